package ru.marshrut.roadmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;

/** Pages of a large road map, or of one over many schools, ask the database as often as those of a small one. */
@SpringBootTest
@Import(CountedStatements.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class StatementsTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final Duration LOCK = Duration.ofMinutes(1); // camunda.bpm.job-execution.lock-time-in-millis

    @Autowired
    DataSource database;
    @Autowired
    MockMvc web;
    @Autowired
    MeasureStory story;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    ImportDecisions decisions;
    @Autowired
    Approvals approvals;
    @Autowired
    MeasureRuns runs;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Viewers viewers;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @Autowired
    Candidates candidates;
    @Autowired
    MadePeople people;

    @BeforeEach
    void inMarch() {
        story.itIs("2021-03-05");
    }

    private CountingDataSource counted() {
        return (CountingDataSource) database;
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private long statements(MockHttpSession session, String path) throws Exception {
        web.perform(get(path).session(session)).andExpect(status().isOk()); // what is read once per start
        counted().clear();
        web.perform(get(path).session(session)).andExpect(status().isOk());
        return counted().statements();
    }

    private void assertNoMore(String path, MockHttpSession few, String small, MockHttpSession many, String large) throws Exception {
        long forFew = statements(few, small);
        long forMany = statements(many, large);
        assertThat(forMany).as("%s: %s", path, counted().lines().stream().limit(4).toList()).isLessThanOrEqualTo(forFew);
    }

    private long drafted(Told told, int rows) {
        Viewer coordinator = viewers.of(told.municipal());
        String table = "№\tМероприятия\tСрок\tОтветственные\tОжидаемый результат\n" + IntStream.rangeClosed(1, rows)
            .mapToObj(n -> n + ".\tСовещание по вопросу " + n + "\tдо 25 мая 2021 г.\tМуниципальный координатор\tПротокол\n").collect(Collectors.joining());
        long id = drafts.create(coordinator, told.district(), 2021, "Карта из " + rows, new Order("5", LocalDate.of(2021, 3, 1), null),
            new OrderSource.Pasted(table));
        for (Preview.Row row : drafts.preview(coordinator, id).rows()) {
            if (row.isOpen()) {
                Set<ReadRow.Field> open = row.read().decisions().stream().map(ReadRow.Decision::field).collect(Collectors.toSet());
                decisions.confirm(coordinator, id, drafts.preview(coordinator, id).draft().revision(), row.read().key(), open);
            }
        }
        return id;
    }

    @Test
    void threeHundredMeasures() throws Exception {
        Told few = story.aDistrictOf(1);
        Told many = story.aDistrictOf(1);
        long small = drafted(few, 3);
        long large = drafted(many, 300);
        MockHttpSession fewSession = signedIn(few.municipal());
        MockHttpSession manySession = signedIn(many.municipal());
        assertNoMore("draft", fewSession, "/road-maps/" + small + "/draft", manySession, "/road-maps/" + large + "/draft");
        assertNoMore("approval", fewSession, "/road-maps/" + small + "/approval", manySession, "/road-maps/" + large + "/approval");

        approve(few, small);
        approve(many, large);

        assertNoMore("road map", fewSession, "/road-maps/" + small, manySession, "/road-maps/" + large);
        assertNoMore("home", fewSession, "/", manySession, "/");
        assertNoMore("road maps", fewSession, "/road-maps?year=2021", manySession, "/road-maps?year=2021");
        assertNoMore("collisions", fewSession, collisions(few), manySession, collisions(many));
        assertNoMore("measure", fewSession, "/road-maps/" + small + "/measures/" + roadMaps.measures(small).get(0).id(),
            manySession, "/road-maps/" + large + "/measures/" + roadMaps.measures(large).get(0).id());
    }

    private static String collisions(Told told) {
        return "/road-maps/collisions?level=MUNICIPALITY&place=" + told.municipality() + "&year=2021";
    }

    /** The start of the measures is one job of the road map's process: it must end long before the engine's lock on the job does. */
    private void approve(Told told, long id) {
        Viewer coordinator = viewers.of(told.municipal());
        int revision = drafts.preview(coordinator, id).draft().revision();
        counted().clear();
        long begin = System.nanoTime();
        approvals.approve(coordinator, id, revision, Map.of());
        long approved = System.nanoTime();
        long calls = counted().calls();
        runs.startAll(id);
        long started = System.nanoTime();
        System.out.printf("%d measures: approved in %d ms (%d calls to the database), started in %d ms (%d calls)%n", roadMaps.measures(id).size(),
            (approved - begin) / 1_000_000, calls, (started - approved) / 1_000_000, counted().calls() - calls);
        assertThat(roadMaps.measures(id)).allMatch(measure -> measure.processInstanceId() != null);
        story.run();
        assertThat(Duration.ofNanos(started - approved)).isLessThan(LOCK.dividedBy(2));
    }

    @Test
    void twoHundredSchools() throws Exception {
        Told few = story.aDistrictOf(2);
        Told many = story.aDistrictOf(200);
        RoadMap small = taught(few);
        RoadMap large = taught(many);
        MockHttpSession fewSession = signedIn(few.municipal());
        MockHttpSession manySession = signedIn(many.municipal());
        assertNoMore("attendance", fewSession, form(small), manySession, form(large));
        assertNoMore("road map", fewSession, "/road-maps/" + small.id(), manySession, "/road-maps/" + large.id());
        assertNoMore("missing", fewSession, missing(small), manySession, missing(large));
        assertNoMore("home", fewSession, "/", manySession, "/");
        assertNoMore("selection", signedIn(few.regional()), "/territory/regions/" + few.region() + "/selection?year=2021",
            signedIn(many.regional()), "/territory/regions/" + many.region() + "/selection?year=2021");
        assertNoMore("staffing", fewSession, "/territory/municipalities/" + few.municipality() + "/staffing",
            manySession, "/territory/municipalities/" + many.municipality() + "/staffing");
        assertNoMore("staffing of the region", signedIn(few.regional()), "/territory/regions/" + few.region() + "/staffing",
            signedIn(many.regional()), "/territory/regions/" + many.region() + "/staffing");
        candidates(few, 2);
        candidates(many, 50);
        assertNoMore("candidates", signedIn(few.regional()), "/territory/regions/" + few.region() + "/selection/candidates?year=2021",
            signedIn(many.regional()), "/territory/regions/" + many.region() + "/selection/candidates?year=2021");
    }

    private void candidates(Told told, int count) {
        candidates.step(told.region(), 2021, Stream.generate(people::person).limit(count).toList(), Candidates.State.APPLIED, LocalDate.of(2021, 2, 1), "");
    }

    private RoadMap taught(Told told) {
        return story.approved(told, told.district(), null,
            attendance("Вебинар", 75, window("2021-03-01", "2021-03-31"), Population.SCHOOLS, Population.CURATORS, Population.PRINCIPALS),
            documents("Разместить документы", "Размещены", OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-04-15")));
    }

    private String form(RoadMap map) {
        return "/tasks/" + story.task(story.measure(map, "Вебинар"), MeasureModel.MARK_PARTICIPANTS).id();
    }

    private String missing(RoadMap map) {
        Measure placing = story.measure(map, "Разместить документы");
        return "/road-maps/" + map.id() + "/measures/" + placing.id() + "?indicator=0";
    }
}
