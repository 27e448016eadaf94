package ru.marshrut.schoolyear;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.Territory;

/** What the process of a year waits for. */
@Component
@Transactional
public class YearTimes {

    private final YearRows rows;
    private final Territory territory;
    private final YearSettings settings;

    YearTimes(YearRows rows, Territory territory, YearSettings settings) {
        this.rows = rows;
        this.territory = territory;
        this.settings = settings;
    }

    public record Times(Instant firstStageOpens, Instant secondStageOpens, Instant yearOver) {}

    @Transactional(readOnly = true)
    public Times of(long yearId) {
        SchoolYear year = rows.get(yearId);
        return new Times(opens(year, Stage.MONITORING_1), opens(year, Stage.MONITORING_2),
            beginOf(settings.ends().atYear(year.year()).plusDays(1), year));
    }

    /** Whether the peer review is over. Waits for a fact that is being told, as that does for this. */
    public boolean peerReviewDone(long yearId) {
        rows.lock(yearId);
        return rows.standing(yearId, Stage.PEER_REVIEW).doneOn() != null;
    }

    private Instant opens(SchoolYear year, Stage stage) {
        return beginOf(rows.standing(year.id(), stage).opensOn(), year);
    }

    private Instant beginOf(LocalDate day, SchoolYear year) {
        ZoneId zone = territory.region(year.regionId()).zone();
        return day.atStartOfDay(zone).toInstant();
    }
}
