package ru.marshrut.dashboard.web;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.dashboard.SchoolStanding;
import ru.marshrut.schoolyear.Conversations;
import ru.marshrut.territory.Person;
import ru.marshrut.work.Answering;
import ru.marshrut.work.Responsible;

/** Schools of a list as the page and the file say them. */
@Component
class SchoolLines {

    private final Answering answering;
    private final Conversations conversations;
    private final DashboardWords words;

    SchoolLines(Answering answering, Conversations conversations, DashboardWords words) {
        this.answering = answering;
        this.conversations = conversations;
        this.words = words;
    }

    /**
     * @param station where it stands, in words
     * @param next    the stage whose last day comes next, in words, or null
     * @param left    what is left until then, in words, or null
     * @param tone    class of the badge
     * @param role    of whose turn it is, in words, or null
     * @param people  who that is
     * @param own     whether it is the viewer's own turn
     * @param unread  messages of others that the viewer has not read
     */
    record SchoolLine(SchoolStanding school, String station, String next, String left, String tone, String role, List<Person> people, boolean own,
                      int unread) {}

    List<SchoolLine> of(List<SchoolStanding> schools, Viewer viewer) {
        LocalDate today = schools.isEmpty() ? null : schools.get(0).today();
        Map<Responsible, List<Person>> people = answering.ofAll(
            schools.stream().map(SchoolStanding::turn).filter(Objects::nonNull).collect(toSet()), today);
        Map<Long, Integer> unread = conversations.unread(viewer, schools.stream().map(SchoolStanding::yearId).filter(Objects::nonNull).toList());
        return schools.stream().map(school -> line(school, school.turn() == null ? List.of() : people.getOrDefault(school.turn(), List.of()), viewer,
            unread.getOrDefault(school.yearId(), 0))).toList();
    }

    private SchoolLine line(SchoolStanding school, List<Person> people, Viewer viewer, int unread) {
        String left = school.nextDue() == null ? null
            : school.daysLeft() == null ? words.counted("dashboard.late", ChronoUnit.DAYS.between(school.nextDue(), school.today()))
            : words.counted("dashboard.workingLeft", school.daysLeft());
        String tone = school.daysLeft() == null ? "late" : school.daysLeft() < 3 * school.stepsLeft() ? "warn" : "ok";
        Responsible turn = school.turn();
        return new SchoolLine(school, words.of(school.station().message()),
            school.nextStage() == null ? null : words.of("schoolyear.stage." + school.nextStage()), left, tone,
            turn == null ? null : words.of("territory.role." + turn.role()), people, turn != null && turn.isTurnOf(viewer), unread);
    }
}
