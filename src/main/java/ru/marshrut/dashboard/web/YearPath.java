package ru.marshrut.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import ru.marshrut.dashboard.Station;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.StageStanding.State;

/** The stages of a school's year as stops of a path. */
@Component
class YearPath {

    private final DashboardWords words;

    YearPath(DashboardWords words) {
        this.words = words;
    }

    /**
     * @param tone     class of the stop: {@code done}, {@code open}, {@code overdue} or {@code not-yet}
     * @param state    in words
     * @param day      what is said of its day, or null
     * @param source   who gives its last day, in words, or null
     * @param page     where its work is seen, below the year's address, or null where it has no page of its own
     */
    record Stop(Stage stage, String name, String tone, String state, String day, String source, int reopened, String page) {}

    /** @param running whether somebody still works on what is not done */
    List<Stop> of(List<StageStanding> standings, LocalDate today, boolean running) {
        return standings.stream().map(standing -> stop(standing, today, running)).toList();
    }

    /** Where the school stands, by the rule of {@link Station}, in words. */
    String station(SchoolYear year, List<StageStanding> standings, LocalDate today) {
        if (!year.isRunning()) {
            return words.of(Station.valueOf(year.status().name()).message());
        }
        return words.of(standings.stream().filter(one -> one.state(today) == State.OPEN || one.state(today) == State.OVERDUE).findFirst()
            .map(one -> Station.valueOf(one.stage().name()))
            .orElse(standings.stream().allMatch(one -> one.doneOn() != null) ? Station.COMPLETED : Station.WAITING).message());
    }

    private Stop stop(StageStanding standing, LocalDate today, boolean running) {
        State state = standing.state(today);
        boolean given = running || standing.doneOn() != null;
        return new Stop(standing.stage(), words.of("schoolyear.stage." + standing.stage()),
            given ? state.name().toLowerCase(Locale.ROOT).replace('_', '-') : "not-yet",
            given ? words.of("schoolyear.state." + state) : words.of("dashboard.path.notDone"), day(standing),
            standing.doneOn() != null || standing.lastDay() == null ? null
                : standing.extendedUntil() == null ? standing.dueSource() : words.of("schoolyear.due.extended", DashboardWords.DAY.format(standing.extendedUntil())),
            standing.reopened(), page(standing.stage()));
    }

    private String day(StageStanding standing) {
        if (standing.doneOn() != null) {
            return DashboardWords.DAY.format(standing.doneOn());
        }
        if (standing.lastDay() != null) {
            return words.of("dashboard.path.until", DashboardWords.DAY.format(standing.lastDay()));
        }
        return standing.opensOn() == null ? null : words.of("dashboard.path.from", DashboardWords.DAY.format(standing.opensOn()));
    }

    private static String page(Stage stage) {
        return switch (stage) {
            case SURVEY, PROFILE, VERIFICATION, ACTIVATION -> "profile";
            case FIRST_VISIT, VISIT_SCHEDULE -> "visits";
            case CONCEPT_DOCUMENTS -> "documents";
            case MONITORING_1 -> "monitoring/1";
            case MONITORING_2 -> "monitoring/2";
            case POSITIVE_CHANGES -> "positive-changes";
            case PEER_REVIEW -> null;
        };
    }
}
