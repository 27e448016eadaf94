package ru.marshrut.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** Makes schools of 2021 that stand at chosen places of their year. */
@Component
@Transactional
public class ProgrammeStory {

    public static final int YEAR = 2021;
    private static final LocalDate START = LocalDate.of(2021, 1, 20);

    private final MadePeople people;
    private final YearRows years;
    private final StageCourse course;
    private final Participations participations;

    ProgrammeStory(MadePeople people, YearRows years, StageCourse course, Participations participations) {
        this.people = people;
        this.years = years;
        this.course = course;
        this.participations = participations;
    }

    /** A region with its coordinator and a municipality with its own. */
    public record Told(long region, long regional, long municipality, long municipal) {}

    public Told aRegion() {
        long region = people.region();
        long municipality = people.municipality(region);
        return new Told(region, people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)), municipality,
            people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)));
    }

    /** A school of the municipality with a curator; its year has begun, and nothing is asked of it yet. */
    public long aSchool(Told told) {
        long school = people.school(told.municipality());
        people.appoint(Role.CURATOR, Place.school(school));
        years.add(told.region(), school, YEAR, START);
        return school;
    }

    public long yearOf(long school) {
        return years.of(school, YEAR).orElseThrow().id();
    }

    /** A school takes part without having a year. */
    public long aParticipant(Told told) {
        long school = people.school(told.municipality());
        participations.takePart(List.of(school), YEAR, START, "Приказ № 1 от 20.01.2021");
        return school;
    }

    /** A stage is asked for, with a last day. */
    public void opened(long school, Stage stage, String until) {
        course.open(yearOf(school), stage);
        due(school, stage, until);
    }

    /** A stage gets a last day before it is asked for. */
    public void due(long school, Stage stage, String until) {
        course.extend(yearOf(school), stage, LocalDate.parse(until));
    }

    public void done(long school, Stage stage, String on) {
        course.done(yearOf(school), stage, LocalDate.parse(on));
    }

    public void reopened(long school, Stage stage) {
        course.takeBack(yearOf(school), stage, "Нет подтверждающих документов");
    }
}
