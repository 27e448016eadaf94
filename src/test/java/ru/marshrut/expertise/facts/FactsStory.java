package ru.marshrut.expertise.facts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.expertise.Bands;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Row;
import ru.marshrut.schoolyear.persistence.DecisionRows;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** Tells of a region in the year 2022 whose schools are in the second monitoring stage; no process runs. */
@Component
@Transactional
public class FactsStory {

    public static final LocalDate DUE = LocalDate.of(2022, 11, 20);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int YEAR = 2022;

    private final MadePeople people;
    private final YearRows years;
    private final StageCourse course;
    private final MonitoringRows monitoring;
    private final DecisionRows decisions;
    private final Outcomes outcomes;
    private final Rubrics rubrics;
    private final Bands bands;
    private final ExpertiseRows expertises;
    private final SampleRows samples;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    FactsStory(MadePeople people, YearRows years, StageCourse course, MonitoringRows monitoring, DecisionRows decisions, Outcomes outcomes, Rubrics rubrics, Bands bands,
               ExpertiseRows expertises, SampleRows samples, MovableClock clock, JdbcClient jdbc) {
        this.people = people;
        this.years = years;
        this.course = course;
        this.monitoring = monitoring;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.rubrics = rubrics;
        this.bands = bands;
        this.expertises = expertises;
        this.samples = samples;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Schools, each with its year, in their order. */
    public record Told(long region, long regional, long municipality, List<SchoolYear> years) {

        public SchoolYear year(int number) {
            return years.get(number - 1);
        }
    }

    public void itIs(String day) {
        clock.moveTo(LocalDate.parse(day).atTime(12, 0).atZone(MOSCOW).toInstant());
    }

    public Told aRegion(int schools) {
        long region = people.region();
        long municipality = people.municipality(region);
        return new Told(region, people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)), municipality,
            IntStream.range(0, schools).mapToObj(n -> aYear(region, people.school(municipality))).toList());
    }

    private SchoolYear aYear(long region, long school) {
        SchoolYear year = years.get(years.add(region, school, YEAR, LocalDate.of(YEAR, 1, 15)));
        due(year, DUE);
        return year;
    }

    public void due(SchoolYear year, LocalDate day) {
        jdbc.sql("update school_stage set due_on = ? where school_year_id = ? and stage = 'MONITORING_2'").params(day, year.id()).update();
    }

    public void extended(SchoolYear year, LocalDate until) {
        jdbc.sql("update school_stage set extended_until = ? where school_year_id = ? and stage = 'MONITORING_2'").params(until, year.id()).update();
    }

    public void joined(SchoolYear year, String on) {
        jdbc.sql("update school_year set started_on = ?::date, joined_late = true where id = ?").params(on, year.id()).update();
    }

    public void ended(SchoolYear year, SchoolYear.Status status, String on) {
        years.end(year.id(), status, LocalDate.parse(on), "Приказ", null);
    }

    public void completed(SchoolYear year, String on) {
        course.done(year.id(), Stage.MONITORING_2, LocalDate.parse(on));
    }

    public void opensAgain(SchoolYear year) {
        course.takeBack(year.id(), Stage.MONITORING_2, "Исправить отчёт");
    }

    public void tells(OutcomeKind kind, Long measure, SchoolYear... schools) {
        for (SchoolYear year : schools) {
            outcomes.record(List.of(new Outcome(kind, Member.school(year.schoolId(), year.regionId()), YEAR, measure,
                LocalDate.ofInstant(clock.instant(), MOSCOW), true)));
        }
    }

    /** A person of the school takes part in a measure's event. */
    public void tellsOfAPerson(OutcomeKind kind, long measure, SchoolYear year) {
        outcomes.record(List.of(new Outcome(kind, new Member(Member.Type.PERSON, people.person(), year.regionId(), year.schoolId()), YEAR, measure,
            LocalDate.ofInstant(clock.instant(), MOSCOW), true)));
    }

    /** The stage is completed with a programme of which so many measures are proven. */
    public void programme(SchoolYear year, int proven, int planned) {
        List<Row> rows = LongStream.rangeClosed(1, planned).mapToObj(n -> new Row(n, "motivation", "Мероприятие " + n, DUE,
            n <= proven ? MeasureStanding.PROVEN : MeasureStanding.NOT_REPORTED, null)).toList();
        monitoring.place(year.id(), Stage.MONITORING_2, "motivation", DUE, people.person(), clock.instant(), rows);
    }

    /** Of two measures one is proven by a file and confirmed by the curator. */
    public void provenWithAFile(SchoolYear year, long curator, long file) {
        long report = jdbc.sql("""
                insert into monitoring_report (school_year_id, stage, item, version, title, claim, done_on, words, link, files, sent_by, sent_at,
                    accepted, comment, decided_by, decided_at)
                values (?, 'MONITORING_2', 'measure-1', 1, 'Открытые уроки', 'DONE', ?, 'Проведены во всех классах', '', ?, ?, ?, true,
                    'Подтверждаю, протоколы есть', ?, ?) returning id""")
            .params(year.id(), DUE, new Long[] {file}, curator, at(), curator, at()).query(Long.class).single();
        monitoring.place(year.id(), Stage.MONITORING_2, "motivation", DUE, curator, clock.instant(), List.of(
            new Row(1, "motivation", "Открытые уроки", DUE, MeasureStanding.PROVEN, report),
            new Row(2, null, "Родительский клуб", null, MeasureStanding.NOT_DUE, null)));
    }

    public void decided(SchoolYear year, long curator, String comment) {
        decisions.add(year.id(), Stage.MONITORING_1, "motivation", true, comment, curator, clock.instant(), clock.instant());
    }

    public void visited(SchoolYear year, String on) {
        jdbc.sql("insert into visit (school_year_id, planned_on, day, purpose, state, held_on) select ?, d, d, 'Уроки', 'HELD', d from (select ?::date as d) given")
            .params(year.id(), on).update();
    }

    /** A visit that nobody has reported on. */
    public void plannedAVisit(SchoolYear year, String on) {
        jdbc.sql("insert into visit (school_year_id, planned_on, day, purpose, state) select ?, d, d, 'Уроки', 'PLANNED' from (select ?::date as d) given")
            .params(year.id(), on).update();
    }

    public Expertise anExpertise(Told told, LocalDate checkUntil) {
        long id = expertises.add(new ExpertiseRows.New(told.region(), YEAR, 2, rubrics.latest(2).get(0).id(), SampleRule.COUNT, 1, false, 7, 1, 1,
            checkUntil, 10, told.regional(), clock.instant()));
        expertises.setInstance(id, "none", bands.current());
        expertises.setStatus(id, Status.CHECKING);
        return expertises.get(id);
    }

    public Expertise released(Expertise expertise) {
        expertises.setStatus(expertise.id(), Status.RELEASED);
        return expertises.get(expertise.id());
    }

    public SampledSchool sampled(Expertise expertise, SchoolYear year) {
        return samples.get(jdbc.sql("insert into expertise_school (expertise_id, school_id, school_year_id, origin) values (?, ?, ?, 'DRAWN') returning id")
            .params(expertise.id(), year.schoolId(), year.id()).query(Long.class).single());
    }

    public void isGiven(long expert, SampledSchool school, int number) {
        jdbc.sql("insert into school_check (expertise_school_id, number, expert_id, until) values (?, ?, ?, ?)")
            .params(school.id(), number, expert, DUE.plusDays(1)).update();
    }

    private OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
