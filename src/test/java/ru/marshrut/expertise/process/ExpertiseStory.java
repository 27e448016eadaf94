package ru.marshrut.expertise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.schoolyear.process.MonitoringStory.confirmed;
import static ru.marshrut.schoolyear.process.MonitoringStory.done;
import static ru.marshrut.schoolyear.process.MonitoringStory.reported;
import static ru.marshrut.schoolyear.process.MonitoringStory.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Expertises.Terms;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.MonitoringStory;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.HandDrivenEngine;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.OwedTasks;

/** Tells the story of an expertise in the words of its people; jobs and timers are fired by hand. */
@Component
public class ExpertiseStory {

    public static final int YEAR = YearStory.YEAR;
    /** The second stage is completed on it, in time. */
    public static final String COMPLETED = "2021-10-11";
    public static final String OPENED = "2021-11-01";
    /** Last day of the checks. */
    public static final String UNTIL = "2021-11-19";
    public static final int APPEAL_DAYS = 10;

    private static final Stage TWO = Stage.MONITORING_2;

    private final YearStory story;
    private final MonitoringStory monitoring;
    private final MadePeople people;
    private final Expertises expertises;
    private final Samples samples;
    private final Checks checks;
    private final Rubrics rubrics;
    private final OpenTasks open;
    private final OwedTasks owed;
    private final Viewers viewers;
    private final RuntimeService runtime;
    private final HandDrivenEngine byHand;

    ExpertiseStory(YearStory story, MonitoringStory monitoring, MadePeople people, Expertises expertises, Samples samples, Checks checks, Rubrics rubrics,
                   OpenTasks open, OwedTasks owed, Viewers viewers, RuntimeService runtime, HandDrivenEngine byHand) {
        this.story = story;
        this.monitoring = monitoring;
        this.people = people;
        this.expertises = expertises;
        this.samples = samples;
        this.checks = checks;
        this.rubrics = rubrics;
        this.open = open;
        this.owed = owed;
        this.viewers = viewers;
        this.runtime = runtime;
        this.byHand = byHand;
    }

    /** A school with its people and its year. */
    public record Taught(long municipality, long municipal, long school, long curator, SchoolYear year) {}

    /** A region with its schools and experts; {@code expertise} is 0 until one is opened. */
    public record Told(long region, long regional, List<Taught> schools, List<Long> experts, long expertise) {

        public Told with(long opened) {
            return new Told(region, regional, schools, experts, opened);
        }

        public Taught school(int index) {
            return schools.get(index);
        }
    }

    /** A region with schools whose years have an activated direction, and its experts; it is before the end of the second stage. */
    public Told aRegion(int municipalities, int schoolsEach, int experts) {
        itIs("2021-10-05");
        long region = people.region();
        long regional = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        List<Taught> schools = new ArrayList<>();
        for (int m = 0; m < municipalities; m++) {
            long municipality = people.municipality(region);
            long municipal = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
            for (int s = 0; s < schoolsEach; s++) {
                schools.add(aSchool(region, regional, municipality, municipal));
            }
        }
        List<Long> hired = Stream.generate(() -> people.appoint(Role.EXPERT, Place.region(region))).limit(experts).toList();
        return new Told(region, regional, List.copyOf(schools), hired, 0);
    }

    public Taught aSchool(long region, long regional, long municipality, long municipal) {
        long school = people.school(municipality);
        long curator = people.appoint(Role.CURATOR, Place.school(school));
        SchoolYear year = monitoring.aYearOf(new YearStory.Told(region, regional, municipality, municipal, school, curator));
        return new Taught(municipality, municipal, school, curator, year);
    }

    /** The school plans so many measures, has done and proven some, and completes the second stage on a day. */
    public void completesStage(Taught school, int proven, int planned, String on) {
        itIs("2021-10-05");
        SchoolYear year = school.year();
        List<String> measures = new ArrayList<>();
        for (int n = 1; n <= planned; n++) {
            measures.add(monitoring.plans(year, "Мероприятие " + n, "2021-10-01"));
        }
        monitoring.opens(year, TWO);
        Map<String, String> report = reported();
        Map<String, String> decisions = confirmed(Map.of(), "risk-motivation");
        for (int n = 0; n < planned; n++) {
            String key = measures.get(n);
            if (n < proven) {
                monitoring.uploads(year, TWO, key);
                report = done(report, key, "2021-10-01");
            } else {
                report = with(report, "claim_" + key, "NOT_DONE", "words_" + key, "Провести не удалось");
            }
            decisions = confirmed(decisions, key);
        }
        itIs(on);
        monitoring.reports(year, TWO, report);
        monitoring.checks(year, TWO, decisions);
        monitoring.places(year, TWO, on);
    }

    /** Each school has done and proven three of four measures and completed the second stage in time. */
    public Told completed(Told told) {
        told.schools().forEach(school -> completesStage(school, 3, 4, COMPLETED));
        return told;
    }

    /** All schools of the region, one expert each. */
    public Terms terms(Told told) {
        return terms(told, 1, 1);
    }

    /** All schools of the region. */
    public Terms terms(Told told, int expertsPerSchool, int disputeStep) {
        return new Terms(told.region(), YEAR, 2, null, SampleRule.SHARE, 100, false, 2021L, expertsPerSchool, disputeStep, LocalDate.parse(UNTIL), APPEAL_DAYS);
    }

    /** The coordinator opens it, and its sample is drawn. */
    public Told opened(Told told, Terms terms) {
        itIs(OPENED);
        Told with = told.with(expertises.open(viewers.of(told.regional()), terms));
        run();
        return with;
    }

    /** A region of one municipality whose schools stand, with an expertise whose experts have their tasks. */
    public Told checking(int schools, int experts, int expertsPerSchool) {
        Told told = completed(aRegion(1, schools, experts));
        return approved(opened(told, terms(told, expertsPerSchool, 1)));
    }

    /** The sample and the assignments are approved. */
    public Told approved(Told told) {
        does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        does(told, ExpertiseModel.APPROVE_ASSIGNMENTS, Map.of());
        return told;
    }

    public Expertise expertise(Told told) {
        return expertises.get(told.expertise());
    }

    public Rubric rubric(Told told) {
        return rubrics.get(expertise(told).rubricId());
    }

    public List<SampledSchool> sample(Told told) {
        return samples.of(told.expertise());
    }

    public SampledSchool sampled(Told told, Taught school) {
        return samples.all(told.expertise()).stream().filter(each -> each.schoolId() == school.school()).findFirst().orElseThrow();
    }

    public List<SchoolCheck> checks(Told told, Taught school) {
        return checks.of(sampled(told, school).id());
    }

    /** Open tasks of the expertise and of its schools. */
    public List<OpenTask> openTasks(Told told) {
        List<String> schools = samples.all(told.expertise()).stream().map(school -> String.valueOf(school.id())).toList();
        return Stream.concat(open.of(ExpertiseModel.KEY, String.valueOf(told.expertise())).stream(),
            owed.ofAll(SchoolExpertiseModel.KEY, schools).stream()).toList();
    }

    public List<String> openSteps(Told told) {
        return openTasks(told).stream().map(OpenTask::step).sorted().toList();
    }

    public List<String> openSteps(Told told, Taught school) {
        return openTasks(told).stream().filter(task -> Long.valueOf(school.school()).equals(task.schoolId())).map(OpenTask::step).sorted().toList();
    }

    /** The open task of a step of the whole expertise. */
    public OpenTask task(Told told, String step) {
        return openTasks(told).stream().filter(task -> task.step().equals(step)).findFirst()
            .orElseThrow(() -> new AssertionError(step + " is not open, but " + openSteps(told)));
    }

    public OpenTask task(Told told, Taught school, String step) {
        return openTasks(told).stream().filter(task -> task.step().equals(step) && Long.valueOf(school.school()).equals(task.schoolId())).findFirst()
            .orElseThrow(() -> new AssertionError(step + " is not open, but " + openSteps(told, school)));
    }

    /** The open task of an expert for a school. */
    public OpenTask task(Told told, Taught school, String step, long expert) {
        return openTasks(told).stream().filter(task -> task.step().equals(step) && Long.valueOf(school.school()).equals(task.schoolId())
            && Long.valueOf(expert).equals(task.onlyFor())).findFirst().orElseThrow(() -> new AssertionError(step + " is not open for " + expert));
    }

    /** Whoever's turn it is fills the step's form and sends it; several values of a field are parted by {@code |}. */
    public void does(OpenTask task, Map<String, String> fields) {
        story.doesAs(viewers.of(whoeverAnswersFor(task)), task, fields);
    }

    public void does(Told told, String step, Map<String, String> fields) {
        does(task(told, step), fields);
    }

    public void does(Told told, Taught school, String step, Map<String, String> fields) {
        does(task(told, school, step), fields);
    }

    public long whoeverAnswersFor(OpenTask task) {
        return task.onlyFor() != null ? task.onlyFor() : story.whoeverAnswersFor(task);
    }

    /** What an expert fills in: points by criterion in the rubric's order, the last ones for all that follow; a comment and a reason everywhere. */
    public Map<String, String> scores(Told told, int... points) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Criterion> criteria = rubric(told).of(Part.CONTENT);
        for (int n = 0; n < criteria.size(); n++) {
            Criterion criterion = criteria.get(n);
            fields.put("points_" + criterion.id(), String.valueOf(Math.min(criterion.maximum(), points[Math.min(n, points.length - 1)])));
            fields.put("comment_" + criterion.id(), "Не все показатели позволяют судить о результате");
            fields.put("against_" + criterion.id(), "Документы показывают иное");
        }
        return fields;
    }

    /** Every expert who has this school checks it with these points. */
    public void checked(Told told, Taught school, int... points) {
        while (openSteps(told, school).contains(SchoolExpertiseModel.CHECK_SCHOOL)) {
            does(told, school, SchoolExpertiseModel.CHECK_SCHOOL, scores(told, points));
        }
    }

    /** Every school is checked with these points and its checks accepted, and the organisational part is scored. */
    public Told scored(Told told, int... points) {
        told.schools().stream().filter(school -> openSteps(told, school).contains(SchoolExpertiseModel.CHECK_SCHOOL)).forEach(school -> {
            checked(told, school, points);
            accepts(told, school);
        });
        does(told, ExpertiseModel.SCORE_ORGANISATION, organisation(told, 1));
        return told;
    }

    /** The coordinator accepts the checks of a school. */
    public void accepts(Told told, Taught school) {
        does(told, school, SchoolExpertiseModel.ACCEPT_CHECK, Map.of("accepted", "YES"));
    }

    /** What the coordinator fills in for the organisational part: as {@link #scores}. */
    public Map<String, String> organisation(Told told, int... points) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Criterion> criteria = rubric(told).of(Part.ORGANISATIONAL);
        for (int n = 0; n < criteria.size(); n++) {
            Criterion criterion = criteria.get(n);
            fields.put("points_" + criterion.id(), String.valueOf(Math.min(criterion.maximum(), points[Math.min(n, points.length - 1)])));
            fields.put("comment_" + criterion.id(), "Часть школ не участвовала");
            fields.put("against_" + criterion.id(), "Учтены сведения муниципалитетов");
        }
        return fields;
    }

    /** The result is released: schools, curators and the region know it. */
    public Told released(Told told) {
        does(told, ExpertiseModel.RELEASE_RESULT, Map.of("confirmed", "yes"));
        assertThat(expertise(told).isReleased()).isTrue();
        return told;
    }

    /** An expert of the region who is appointed meanwhile. */
    public long anotherExpert(Told told) {
        return people.appoint(Role.EXPERT, Place.region(told.region()));
    }

    public long coordinator(Taught school) {
        return monitoring.coordinator(school.year());
    }

    /** The schools have their instances, which have not come to their first step. */
    public void checksAreCalled(Told told) {
        byHand.runOnce(expertise(told).processInstanceId());
    }

    public ProcessInstance instance(Told told) {
        return runtime.createProcessInstanceQuery().processInstanceId(expertise(told).processInstanceId()).singleResult();
    }

    public ProcessInstance instance(Told told, Taught school) {
        return runtime.createProcessInstanceQuery().processInstanceId(sampled(told, school).processInstanceId()).singleResult();
    }

    public Viewer viewer(long person) {
        return viewers.of(person);
    }

    public void itIs(String day) {
        byHand.itIs(day);
    }

    /** Time goes on to a day, from one due timer of the region to the next. */
    public void passesUntil(Told told, String day) {
        byHand.passesUntil(told.region(), day);
    }

    /** Executes the engine's asynchronous steps until none is left; timers stay. */
    public void run() {
        byHand.run();
    }
}
