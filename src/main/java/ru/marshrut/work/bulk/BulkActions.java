package ru.marshrut.work.bulk;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.OnBehalf;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.StepForm;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.persistence.TaskViews;

/**
 * Does an order to one task, by the same use cases as on the task's own page. A coordinator approves and returns only
 * where he answers for the step; what a curator is to check stays the curator's.
 */
@Component
class BulkActions {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Tasks tasks;
    private final TaskViews views;
    private final Map<String, StepForm> forms;
    private final Staff staff;
    private final Territory territory;
    private final AccessPolicy policy;
    private final OnBehalf onBehalf;
    private final MessageSource messages;
    private final Clock clock;

    BulkActions(Tasks tasks, TaskViews views, List<StepForm> forms, Staff staff, Territory territory, AccessPolicy policy, OnBehalf onBehalf,
                MessageSource messages, Clock clock) {
        this.tasks = tasks;
        this.views = views;
        this.forms = forms.stream().collect(toMap(StepForm::form, form -> form));
        this.staff = staff;
        this.territory = territory;
        this.policy = policy;
        this.onBehalf = onBehalf;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return what was changed, in words; throws {@link Refusal} with the reason why nothing was */
    String apply(BulkOrder order, String taskId, Viewer viewer) {
        OpenTask task = views.lock(taskId).orElseThrow(() -> Refusal.of("work.bulk.gone"));
        if (!tasks.mayDo(task, viewer) && !policy.mayCoordinate(viewer, task.responsible().place())) {
            throw Refusal.of("work.bulk.gone");
        }
        return switch (order.action()) {
            case EXTEND -> extend(order, task, viewer);
            case REASSIGN -> reassign(order, task, viewer);
            case APPOINT -> appoint(order, task, viewer);
            case APPROVE -> answer(order, task, viewer, form(task).approval(task, order.comment()), "work.bulk.approved");
            case RETURN -> answer(order, task, viewer, form(task).returning(task, order.comment()), "work.bulk.returned");
        };
    }

    private StepForm form(OpenTask task) {
        return forms.get(task.form());
    }

    private String answer(BulkOrder order, OpenTask task, Viewer viewer, Optional<FormInput> input, String done) {
        FormInput typed = input.orElseThrow(() -> Refusal.of("work.bulk.eachByItself"));
        if (!tasks.mayDo(task, viewer)) {
            throw Refusal.of("work.bulk.anothersStep", inWords(task.responsible()));
        }
        try {
            tasks.complete(task.id(), viewer, typed);
        } catch (Refusal refusal) {
            boolean wantsComment = order.comment().isBlank() && refusal.field() != null && refusal.field().startsWith("comment");
            throw wantsComment ? Refusal.ofField("comment", "work.bulk.commentHere") : refusal;
        }
        return words(done);
    }

    /** One extension moves all tasks that keep the same date: the next of them finds it moved. */
    private String extend(BulkOrder order, OpenTask task, Viewer viewer) {
        ZoneId zone = territory.region(task.regionId()).zone();
        if (task.due() != null && task.due().day(zone).equals(order.until())) {
            return words("work.bulk.alreadyDue", DAY.format(order.until()));
        }
        tasks.extend(task.id(), viewer, order.until(), order.comment());
        return words("work.bulk.extended", DAY.format(task.due().day(zone)), DAY.format(order.until()));
    }

    private String reassign(BulkOrder order, OpenTask task, Viewer viewer) {
        tasks.giveByName(task.id(), viewer, order.personId(), order.comment());
        return words("work.bulk.reassigned", task.assigneeId() == null ? inWords(task.responsible()) : staff.person(task.assigneeId()).fullName(),
            staff.person(order.personId()).fullName());
    }

    /** The successor takes over the role at the school, and with it all of its tasks; they follow by themselves. */
    private String appoint(BulkOrder order, OpenTask task, Viewer viewer) {
        Responsible wanted = views.wanted(task.id());
        if (wanted.place().level() != Level.SCHOOL || !policy.mayCoordinate(viewer, wanted.place())) {
            throw Refusal.of("work.bulk.notOfASchool");
        }
        Person successor = staff.person(order.personId());
        if (!Objects.equals(successor.regionId(), task.regionId())) {
            throw Refusal.ofField("person", "work.bulk.anotherRegion", successor.fullName());
        }
        if (order.from().isBefore(LocalDate.ofInstant(clock.instant(), territory.region(task.regionId()).zone()))) {
            throw Refusal.ofField("from", "work.bulk.pastDay", DAY.format(order.from()));
        }
        List<Appointment> current = staff.historyOf(wanted.place()).stream().filter(held -> held.role() == wanted.role()
            && (held.endsOn() == null || !held.endsOn().isBefore(order.from()))).toList();
        if (current.stream().anyMatch(held -> held.personId() == successor.id())) {
            return words("work.bulk.alreadyAppointed", successor.fullName());
        }
        if (current.size() > 1) {
            throw Refusal.of("work.bulk.severalHolders", inWords(wanted));
        }
        onBehalf.of(policy.coordinatesOnBehalfOf(viewer, wanted.place()).orElse(null), () -> {
            current.forEach(held -> staff.end(held.id(), order.from().minusDays(1), order.comment()));
            staff.appoint(successor.id(), wanted.role(), wanted.place(), order.from(), order.orderNumber().strip());
        });
        return words("work.bulk.appointed", inWords(wanted), successor.fullName(), DAY.format(order.from()));
    }

    private static MessageSourceResolvable inWords(Responsible responsible) {
        return new DefaultMessageSourceResolvable("territory.role." + responsible.role());
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
