package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.HandDrivenEngine;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** Tells the story of a road map in the words of its people; jobs and timers are fired by hand. */
@Component
public class MeasureStory {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MadePeople people;
    private final RoadMapDrafts drafts;
    private final ImportDecisions decisions;
    private final OrderTable table;
    private final Approvals approvals;
    private final RoadMaps roadMaps;
    private final Tasks tasks;
    private final OpenTasks open;
    private final Viewers viewers;
    private final Staff staff;
    private final Documents documents;
    private final MovableClock clock;
    private final RuntimeService runtime;
    private final HandDrivenEngine byHand;
    private final TransactionTemplate transactions;

    MeasureStory(MadePeople people, RoadMapDrafts drafts, ImportDecisions decisions, OrderTable table, Approvals approvals, RoadMaps roadMaps, Tasks tasks,
                 OpenTasks open, Viewers viewers, Staff staff, Documents documents, MovableClock clock, RuntimeService runtime,
                 HandDrivenEngine byHand, TransactionTemplate transactions) {
        this.people = people;
        this.drafts = drafts;
        this.decisions = decisions;
        this.table = table;
        this.approvals = approvals;
        this.roadMaps = roadMaps;
        this.tasks = tasks;
        this.open = open;
        this.viewers = viewers;
        this.staff = staff;
        this.documents = documents;
        this.clock = clock;
        this.runtime = runtime;
        this.byHand = byHand;
        this.transactions = transactions;
    }

    /** Who takes part. */
    public record Told(long region, long regional, long municipality, long municipal, List<Long> schools) {

        public Place district() {
            return Place.municipality(municipality);
        }
    }

    /** A measure as its order says it. */
    public record Row(String title, String result, List<Window> windows, Evidence evidence, OutcomeKind outcome, List<Indicator> indicators) {

        Row until(String start, String due) {
            return new Row(title, result, List.of(window(start, due)), evidence, outcome, indicators);
        }
    }

    public void itIs(String day) {
        byHand.itIs(day);
    }

    /** A district with its coordinators and as many schools, each with coordinator, principal and curator. */
    public Told aDistrictOf(int schools) {
        long region = people.region();
        long regional = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        long municipality = people.municipality(region);
        long municipal = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < schools; n++) {
            long school = people.school(municipality);
            people.appoint(Role.CURATOR, Place.school(school));
            ids.add(school);
        }
        return new Told(region, regional, municipality, municipal, ids);
    }

    public static Window window(String start, String due) {
        return new Window(start == null ? null : LocalDate.parse(start), due == null ? null : LocalDate.parse(due), Precision.DAY);
    }

    public static Row fact(String title, Window... windows) {
        return new Row(title, "Сделано", List.of(windows), Evidence.FACT, null, List.of());
    }

    public static Row attendance(String title, int percent, Window window, Population... of) {
        return new Row(title, "Приняли участие", List.of(window), Evidence.ATTENDANCE, null,
            List.of(share(percent, OutcomeKind.ATTENDED, of)));
    }

    public static Row log(String title, Window window) {
        return new Row(title, "Не менее 2 публикаций в неделю", List.of(window), Evidence.LOG, null, List.of(new Indicator(IndicatorKind.RATE,
            List.of(Population.PUBLICATIONS), BigDecimal.valueOf(2), Recurrence.Kind.WEEKLY, null, null, "2 в неделю")));
    }

    public static Row documents(String title, String result, OutcomeKind outcome, Window window) {
        return new Row(title, result, List.of(window), Evidence.STAGE, outcome, List.of(share(100, outcome, Population.SCHOOLS)));
    }

    public static Row measuresDone(String title, int percent, Window window) {
        return new Row(title, "Мероприятия исполнены", List.of(window), Evidence.MEASURES, null,
            List.of(share(percent, OutcomeKind.MEASURE_DONE, Population.MEASURES)));
    }

    private static Indicator share(int percent, OutcomeKind outcome, Population... of) {
        return new Indicator(IndicatorKind.SHARE, List.of(of), BigDecimal.valueOf(percent), null, outcome, null, percent + "%");
    }

    /** An approved road map whose measures have been started. */
    public RoadMap approved(Told told, Place place, Long controller, Row... rows) {
        RoadMap map = imported(told, place, controller, rows);
        approve(told, map, Map.of());
        return roadMaps.roadMap(map.id());
    }

    /** A road map whose measures wait to be checked. */
    public RoadMap imported(Told told, Place place, Long controller, Row... rows) {
        RoadMap map = prepared(told, place, controller, rows);
        run();
        return map;
    }

    /** A road map that was imported just now; its process has not come to the check yet. */
    public RoadMap prepared(Told told, Place place, Long controller, Row... rows) {
        return prepared(2021, told, place, controller, rows);
    }

    /** A road map of the federation whose dates hold from now on; {@code told.regional()} is its administrator. */
    public RoadMap federal(int year, Told told, Row... rows) {
        RoadMap map = prepared(year, told, Place.FEDERATION, null, rows);
        approve(told, map, Map.of());
        return roadMaps.roadMap(map.id());
    }

    private RoadMap prepared(int year, Told told, Place place, Long controller, Row... rows) {
        Viewer coordinator = coordinatorOf(told, place);
        Order order = new Order("89", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 1));
        long id = drafts.create(coordinator, place, year, "Дорожная карта " + COUNT.incrementAndGet(), order, new OrderSource.Pasted(OrderTable.of(rows)));
        table.decide(coordinator, id, rows);
        drafts.setOrder(coordinator, id, table.revision(coordinator, id), roadMaps.roadMap(id).title(), order, controller);
        return roadMaps.roadMap(id);
    }

    /** The road map of an order's own text, with everything confirmed as it was understood. */
    public RoadMap ordered(Told told, Place place, Order order, String text) {
        return ordered(told, place, order, text, Set.of(Role.SCHOOL_COORDINATOR, Role.CURATOR));
    }

    /** @param roles who is responsible for all of it, where the table has no column for that */
    RoadMap ordered(Told told, Place place, Order order, String text, Set<Role> roles) {
        Viewer coordinator = coordinatorOf(told, place);
        long id = drafts.create(coordinator, place, order.date().getYear(), "Дорожная карта " + COUNT.incrementAndGet(), order,
            new OrderSource.Pasted(text));
        if (drafts.preview(coordinator, id).tables().stream().anyMatch(read -> !read.questions().isEmpty())) {
            decisions.confirmRoles(coordinator, id, table.revision(coordinator, id), roles);
        }
        for (Preview.Row row : drafts.preview(coordinator, id).rows()) {
            if (row.isOpen()) {
                decisions.confirm(coordinator, id, table.revision(coordinator, id), row.read().key(),
                    row.read().decisions().stream().map(ReadRow.Decision::field).collect(Collectors.toSet()));
            }
        }
        if (drafts.preview(coordinator, id).openDecisions() > 0) { // a table without a column of responsible persons
            decisions.confirmRoles(coordinator, id, table.revision(coordinator, id), Set.of(Role.REGIONAL_COORDINATOR));
        }
        run();
        approve(told, roadMaps.roadMap(id), Map.of());
        return roadMaps.roadMap(id);
    }

    /** Fires what is due on a day, one after the other, and what follows from it. */
    public void passTo(String day) {
        byHand.passTo(day);
    }

    public void approve(Told told, RoadMap map, Map<Long, String> reasons) {
        approveOnly(told, map, reasons);
        run();
    }

    public void approveOnly(Told told, RoadMap map, Map<Long, String> reasons) {
        Viewer coordinator = coordinatorOf(told, map.place());
        approvals.approve(coordinator, map.id(), table.revision(coordinator, map.id()), reasons);
    }

    /** A new version of the order; measures that it does not name are removed with the reason. */
    public void amended(Told told, RoadMap map, String reason, Row... rows) {
        Viewer coordinator = coordinatorOf(told, map.place());
        drafts.amend(coordinator, map.id());
        drafts.importAnew(coordinator, map.id(), table.revision(coordinator, map.id()), new OrderSource.Pasted(OrderTable.of(rows)));
        table.decide(coordinator, map.id(), rows);
        drafts.setOrder(coordinator, map.id(), table.revision(coordinator, map.id()), map.title(),
            new Order("104", LocalDate.of(2021, 3, 2), LocalDate.of(2021, 3, 1)), map.controllerId());
        Map<Long, String> reasons = new HashMap<>();
        Set<String> titles = new HashSet<>(Arrays.stream(rows).map(Row::title).toList());
        roadMaps.measures(map.id()).stream().filter(measure -> !titles.contains(measure.content().title()))
            .forEach(measure -> reasons.put(measure.id(), reason));
        approve(told, map, reasons);
    }

    private Viewer coordinatorOf(Told told, Place place) {
        return viewers.of(place.equals(told.district()) ? told.municipal() : told.regional());
    }

    public Measure measure(RoadMap map, String title) {
        return roadMaps.measures(map.id()).stream().filter(measure -> measure.content().title().equals(title)).findFirst().orElseThrow();
    }

    public ProcessInstance instance(Measure measure) {
        return runtime.createProcessInstanceQuery().processInstanceId(measure.processInstanceId()).singleResult();
    }

    public ProcessInstance instance(RoadMap map) {
        return runtime.createProcessInstanceQuery().processInstanceId(map.processInstanceId()).singleResult();
    }

    public OpenTask task(Measure measure, String step) {
        return one(open.of(MeasureModel.KEY, String.valueOf(measure.id())), step);
    }

    public OpenTask task(RoadMap map, String step) {
        return one(open.of(RoadMapModel.KEY, String.valueOf(map.id())), step);
    }

    public List<OpenTask> schoolTasks(Told told, String step) {
        return open.within(Place.region(told.region()), 500).stream()
            .filter(task -> task.processKey().equals(SchoolMeasureModel.KEY) && task.step().equals(step)).toList();
    }

    public List<String> steps(Measure measure) {
        return open.of(MeasureModel.KEY, String.valueOf(measure.id())).stream().map(OpenTask::step).toList();
    }

    private static OpenTask one(List<OpenTask> tasks, String step) {
        return tasks.stream().filter(task -> task.step().equals(step)).findFirst()
            .orElseThrow(() -> new AssertionError(step + " is not open, but " + tasks));
    }

    /** Whoever's turn it is fills the step's form and sends it. */
    public void does(OpenTask task, Map<String, String> fields) {
        doesAs(viewers.of(whoeverAnswersFor(task)), task, fields);
    }

    public void doesAs(Viewer viewer, OpenTask task, Map<String, String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, Arrays.asList(value.split("\\|"))));
        tasks.complete(task.id(), viewer, new FormInput(values));
        run();
    }

    public long whoeverAnswersFor(OpenTask task) {
        var holders = staff.holding(task.responsible().role(), task.responsible().place(), LocalDate.ofInstant(clock.instant(), MOSCOW));
        assertThat(holders).as("holders of %s", task.responsible()).isNotEmpty();
        return holders.get(0).id();
    }

    public void reports(Measure measure, String on) {
        does(task(measure, MeasureModel.REPORT_RESULT), Map.of("words", "Проведено", "on", on, "withoutAct", "Акт подписывают"));
    }

    public void asksForExtension(OpenTask task, String until) {
        tasks.requestExtension(task.id(), viewers.of(whoeverAnswersFor(task)), LocalDate.parse(until), "Карантин");
        run();
    }

    public void upload(Slot slot, String name, byte[] content) {
        transactions.executeWithoutResult(status -> {
            try {
                documents.keep(slot, name, "application/octet-stream", new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public void upload(Slot slot) {
        upload(slot, "документ.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
    }

    public void passTimer(String instance, String activity, String day) {
        itIs(day);
        byHand.fires(instance, activity);
    }

    /** Time goes on to a day, from one due timer of the region to the next. */
    public void passesUntil(Told told, String day) {
        byHand.passesUntil(told.region(), day);
    }

    public LocalDate timerDay(String instance, String activity) {
        return byHand.timerDay(instance, activity);
    }

    public static LocalDate dueDay(OpenTask task) {
        return task.due().day(MOSCOW);
    }

    /** Runs every job that is ready, one after the other; timers stay. */
    public void run() {
        byHand.run();
    }
}
