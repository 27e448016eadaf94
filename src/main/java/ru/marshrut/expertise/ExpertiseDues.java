package ru.marshrut.expertise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;

/** Until when the steps of an expertise are expected, by the clock of its region. */
@Component
public class ExpertiseDues {

    /** Working days for a coordinator's decision or an answer. */
    private static final int ANSWER_DAYS = 5;

    private final ExpertiseRows expertises;
    private final Territory territory;
    private final WorkingDays workingDays;
    private final MessageSource messages;
    private final Clock clock;

    ExpertiseDues(ExpertiseRows expertises, Territory territory, WorkingDays workingDays, MessageSource messages, Clock clock) {
        this.expertises = expertises;
        this.territory = territory;
        this.workingDays = workingDays;
        this.messages = messages;
        this.clock = clock;
    }

    public LocalDate today(long regionId) {
        return LocalDate.ofInstant(clock.instant(), territory.region(regionId).zone());
    }

    LocalDate today(SampledSchool school) {
        return today(expertises.get(school.expertiseId()).regionId());
    }

    /** A decision or an answer that comes up today. */
    public Due answer(long regionId) {
        return endOf(answerDay(regionId), regionId, "expertise.due.answer", ANSWER_DAYS);
    }

    /** A check, by its own day. */
    public Due check(LocalDate until, long regionId) {
        return endOf(until, regionId, "expertise.due.check");
    }

    /** A check that comes up while others are done: by its own day, but nobody is late with what he was given just now. */
    public Due later(SchoolCheck check, long regionId) {
        return check.until().isBefore(answerDay(regionId)) ? answer(regionId) : check(check.until(), regionId);
    }

    /** The organisational part: while the experts check. */
    public Due organisation(Expertise expertise) {
        return check(expertise.checkUntil(), expertise.regionId());
    }

    /** When the last day for appeals is over. */
    public Instant appealsOver(long expertiseId) {
        Expertise expertise = expertises.get(expertiseId);
        return over(expertise.appealsUntil(), expertise.regionId());
    }

    private LocalDate answerDay(long regionId) {
        LocalDate day = today(regionId);
        for (int left = ANSWER_DAYS; left > 0; left--) {
            day = workingDays.nextOrSame(day.plusDays(1));
        }
        return day;
    }

    private Due endOf(LocalDate day, long regionId, String source, Object... arguments) {
        return new Due(over(day, regionId), messages.getMessage(source, arguments, Locale.forLanguageTag("ru")));
    }

    private Instant over(LocalDate day, long regionId) {
        return day.plusDays(1).atStartOfDay(territory.region(regionId).zone()).toInstant();
    }
}
