package ru.marshrut.expertise.appeals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Tells the school, its curator and whoever filed an appeal what became of it. The expert is not named. */
@Component
class AppealLetters {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<Role> WRITTEN_TO = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final Post post;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    AppealLetters(Post post, Territory territory, Staff staff, MessageSource messages, Clock clock) {
        this.post = post;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param appealed as it was before the decision */
    void decided(Expertise expertise, SampledSchool sampled, Appealable appealed, Appeal appeal, Answer.Decision decision) {
        School school = territory.school(sampled.schoolId());
        Map<String, Object> model = new HashMap<>();
        model.put("school", school.name());
        model.put("stage", expertise.stage());
        model.put("year", String.valueOf(expertise.year()));
        model.put("about", appeal.isAboutScore() ? appealed.criterion().title() : appealed.words());
        model.put("kind", words("expertise.appeal.about." + appealed.about().kind()));
        model.put("words", appeal.words());
        model.put("decision", words("expertise.appeal.told." + decision, appealed.points(), appeal.pointsAfter()));
        model.put("remark", appeal.remarkAfter() == null ? "" : appeal.remarkAfter());
        model.put("answer", appeal.answer());
        model.put("path", "/schools/" + school.id() + "/expertise/" + expertise.id() + "/appeals");
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
        Set<Long> recipients = new LinkedHashSet<>(Set.of(appeal.filedBy()));
        WRITTEN_TO.forEach(role -> staff.holding(role, school.place(), today).stream().map(Person::id).forEach(recipients::add));
        recipients.forEach(person -> post.send(new Letter(person, "appeal-answered", model, "appeal/" + appeal.id())));
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
