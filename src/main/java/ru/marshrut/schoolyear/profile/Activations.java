package ru.marshrut.schoolyear.profile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.CuratorDecisions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.ActivationRows;
import ru.marshrut.schoolyear.persistence.ProfileRows;
import ru.marshrut.schoolyear.profile.Activation.Choice;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;

/** The school chooses the directions that it works on, the curator confirms them (seed 003 rows 11 and 14). */
@Service
@Transactional
public class Activations {

    private static final String DIRECTIONS = "directions";

    private final ActivationRows rows;
    private final ProfileRows profiles;
    private final SchoolYears years;
    private final StageCourse course;
    private final CuratorDecisions decisions;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;
    private final int most;

    Activations(ActivationRows rows, ProfileRows profiles, SchoolYears years, StageCourse course, CuratorDecisions decisions, Territory territory,
                AuditTrail audit, Clock clock, @Value("${marshrut.risk-profile.most-directions:10}") int most) {
        this.rows = rows;
        this.profiles = profiles;
        this.years = years;
        this.course = course;
        this.decisions = decisions;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
        this.most = most;
    }

    /** How many directions a school may choose. */
    public int most() {
        return most;
    }

    /** Everything that was sent, oldest first. */
    @Transactional(readOnly = true)
    public List<Activation> of(long yearId) {
        return rows.of(yearId);
    }

    @Transactional(readOnly = true)
    public Optional<Activation> last(long yearId) {
        return rows.of(yearId).stream().reduce((earlier, later) -> later);
    }

    /** @param reasons by direction: why one of high risk is left out; refused by field {@code reason_<direction>} where it is missing */
    public void choose(long yearId, Set<String> chosen, Map<String, String> reasons, Viewer school) {
        List<Choice> choices = new ArrayList<>();
        for (RiskDirection direction : profiles.profile(yearId).directions()) {
            boolean taken = chosen.contains(direction.code());
            String reason = taken ? "" : reasons.getOrDefault(direction.code(), "");
            if (!taken && direction.isHigh() && reason.isEmpty()) {
                throw Refusal.ofField("reason_" + direction.code(), "schoolyear.activation.reasonNeeded", direction.name());
            }
            choices.add(new Choice(direction.code(), taken, reason));
        }
        long taken = choices.stream().filter(Choice::chosen).count();
        if (taken == 0) {
            throw Refusal.ofField("direction", "schoolyear.activation.nothingChosen");
        }
        if (taken > most) {
            throw Refusal.ofField("direction", "schoolyear.activation.tooMany", taken, most);
        }
        rows.send(yearId, choices, school.personId(), course.today(yearId), clock.instant());
        audit.record("schoolyear.directionsChosen", subject(yearId), Map.of(DIRECTIONS, codes(chosen)));
    }

    /**
     * The curator's answer. What is confirmed was activated on the day on which the school sent it: the time that the curator
     * takes is not the school's.
     */
    public void answer(long yearId, boolean confirmed, String comment, Viewer curator, OpenTask task) {
        Activation sent = last(yearId).orElseThrow();
        if (!confirmed && comment.isEmpty()) {
            throw Refusal.ofField("comment", "schoolyear.activation.commentNeeded");
        }
        rows.answer(sent.id(), confirmed, comment, curator.personId(), clock.instant());
        decisions.record(yearId, Stage.ACTIVATION, DIRECTIONS, confirmed, comment, curator, task);
        if (!confirmed) {
            audit.record("schoolyear.activationReturned", subject(yearId), Map.of(DIRECTIONS, codes(sent.chosen())), comment);
            return;
        }
        SchoolYear year = years.get(yearId);
        territory.activateRisks(year.schoolId(), year.year(), sent.chosen());
        course.done(yearId, Stage.ACTIVATION, sent.sentOn());
        audit.record("schoolyear.activationConfirmed", subject(yearId), Map.of(DIRECTIONS, codes(sent.chosen()), "on", sent.sentOn()),
            comment.isEmpty() ? null : comment);
    }

    private static String codes(Set<String> directions) {
        return String.join(",", new TreeSet<>(directions));
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
