package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.HandDrivenEngine;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** Tells the story of a school's year in the words of its people; jobs and timers are fired by hand. */
@Component
public class YearStory {

    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    public static final int YEAR = 2021;

    private final MadePeople people;
    private final YearRows rows;
    private final Tasks tasks;
    private final OpenTasks open;
    private final Viewers viewers;
    private final Staff staff;
    private final Documents documents;
    private final MovableClock clock;
    private final RuntimeService runtime;
    private final HandDrivenEngine byHand;
    private final TransactionTemplate transactions;

    YearStory(MadePeople people, YearRows rows, Tasks tasks, OpenTasks open, Viewers viewers, Staff staff, Documents documents,
              MovableClock clock, RuntimeService runtime, HandDrivenEngine byHand, TransactionTemplate transactions) {
        this.people = people;
        this.rows = rows;
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

    /** A school with its people. */
    public record Told(long region, long regional, long municipality, long municipal, long school, long curator) {}

    public void itIs(String day) {
        byHand.itIs(day);
    }

    /** A school of a new region with coordinator, principal, curator, and coordinators above. */
    public Told aSchool() {
        long region = people.region();
        long regional = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        long municipality = people.municipality(region);
        long municipal = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        long school = people.school(municipality);
        long curator = people.appoint(Role.CURATOR, Place.school(school));
        return new Told(region, regional, municipality, municipal, school, curator);
    }

    /** Its year without a process: a single stage's process is started by {@link #started}. */
    public SchoolYear aYearOf(Told told) {
        return rows.get(rows.add(told.region(), told.school(), YEAR, LocalDate.ofInstant(clock.instant(), MOSCOW)));
    }

    /** Starts the process of a stage by itself, as the year would. */
    public ProcessInstance started(String processKey, SchoolYear year, String businessKey, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put(YearVariables.TENANT, EngineIdentities.tenantId(year.regionId()));
        variables.put(YearVariables.SCHOOL_ID, year.schoolId());
        ProcessInstance instance = runtime.createProcessInstanceByKey(processKey).processDefinitionWithoutTenantId().businessKey(businessKey)
            .setVariables(variables).execute();
        run();
        return instance;
    }

    public ProcessInstance started(String processKey, SchoolYear year) {
        return started(processKey, year, String.valueOf(year.id()), Map.of());
    }

    public StageStanding standing(SchoolYear year, Stage stage) {
        return ((SchoolYears) rows).standing(year.id(), stage);
    }

    /** The open task of a step of this school. */
    public OpenTask task(SchoolYear year, String step) {
        List<OpenTask> here = open.within(Place.school(year.schoolId()), 100);
        return here.stream().filter(task -> task.step().equals(step)).findFirst()
            .orElseThrow(() -> new AssertionError(step + " is not open, but " + here.stream().map(OpenTask::step).toList()));
    }

    /** The same where a step can be open for several of its processes at once. */
    public OpenTask task(SchoolYear year, String step, String businessKey) {
        List<OpenTask> here = open.within(Place.school(year.schoolId()), 100);
        return here.stream().filter(task -> task.step().equals(step) && task.businessKey().equals(businessKey)).findFirst()
            .orElseThrow(() -> new AssertionError(step + " of " + businessKey + " is not open, but " + here));
    }

    public List<String> openSteps(SchoolYear year) {
        return open.within(Place.school(year.schoolId()), 100).stream().map(OpenTask::step).toList();
    }

    /** Whoever's turn it is fills the step's form and sends it; several values of a field are parted by {@code |}. */
    public void does(OpenTask task, Map<String, String> fields) {
        doesAs(viewers.of(whoeverAnswersFor(task)), task, fields);
    }

    public void does(SchoolYear year, String step, Map<String, String> fields) {
        does(task(year, step), fields);
    }

    public void doesAs(Viewer viewer, OpenTask task, Map<String, String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, Arrays.asList(value.split("\\|"))));
        tasks.complete(task.id(), viewer, new FormInput(values));
        run();
    }

    public Viewer viewer(long personId) {
        return viewers.of(personId);
    }

    public long whoeverAnswersFor(OpenTask task) {
        var holders = staff.holding(task.responsible().role(), task.responsible().place(), LocalDate.ofInstant(clock.instant(), MOSCOW));
        assertThat(holders).as("holders of %s", task.responsible()).isNotEmpty();
        return holders.get(0).id();
    }

    public void asksForExtension(OpenTask task, String until) {
        tasks.requestExtension(task.id(), viewers.of(whoeverAnswersFor(task)), LocalDate.parse(until), "Карантин");
        run();
    }

    public void upload(Slot slot) {
        transactions.executeWithoutResult(status -> {
            try {
                documents.keep(slot, "документ.pdf", "application/pdf", new ByteArrayInputStream("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Time goes on to a day, from one due timer of the school's region to the next. */
    public void passesUntil(Told told, String day) {
        byHand.passesUntil(told.region(), day);
    }

    /** Executes the engine's asynchronous steps until none is left. */
    public void run() {
        byHand.run();
    }
}
