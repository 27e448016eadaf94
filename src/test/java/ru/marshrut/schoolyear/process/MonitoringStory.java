package ru.marshrut.schoolyear.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;

/** Tells of a school in its monitoring stages. */
@Component
public class MonitoringStory {

    public static final String COMMENT = "Документы проверены, выполнение подтверждаю";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final YearStory story;
    private final ProgrammeDrafts programmes;
    private final Territory territory;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    MonitoringStory(YearStory story, ProgrammeDrafts programmes, Territory territory, Staff staff, JdbcClient jdbc, TransactionTemplate transactions) {
        this.story = story;
        this.programmes = programmes;
        this.territory = territory;
        this.staff = staff;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A year of a school that has activated one direction; the stages are due on 25.05 and 20.10 (seed 002, rows 7 and 17). */
    public SchoolYear aYearOf(Told told) {
        SchoolYear year = story.aYearOf(told);
        transactions.executeWithoutResult(status -> territory.activateRisks(told.school(), YearStory.YEAR, Set.of("motivation")));
        due(year, Stage.MONITORING_1, "2021-05-25");
        due(year, Stage.MONITORING_2, "2021-10-20");
        return year;
    }

    public void due(SchoolYear year, Stage stage, String day) {
        jdbc.sql("update school_stage set due_on = ?::date, due_source = 'план муниципальных мероприятий' where school_year_id = ? and stage = ?")
            .params(day, year.id(), stage.name()).update();
    }

    /** The school hands in its programme with one more measure. @return the measure's key on the forms */
    public String plans(SchoolYear year, String title, String to) {
        Viewer coordinator = story.viewer(coordinator(year));
        long id = programmes.add(year.id(), coordinator, new ProgrammeText("motivation", "", "Поднять мотивацию", title, "Не менее 80 % учеников",
            DAY.format(LocalDate.parse(to)), "Завуч", "Протокол"));
        programmes.send(year.id(), coordinator, true);
        return "measure-" + id;
    }

    public long coordinator(SchoolYear year) {
        return staff.holding(Role.SCHOOL_COORDINATOR, Place.school(year.schoolId()), LocalDate.of(2021, 5, 1)).get(0).id();
    }

    public ProcessInstance opens(SchoolYear year, Stage stage) {
        return story.started(MonitoringModel.KEY, year, key(year, stage), Map.of(YearVariables.STAGE, stage.monitoring()));
    }

    public static String key(SchoolYear year, Stage stage) {
        return new YearKey(year.id(), stage.monitoring()).toString();
    }

    public OpenTask task(SchoolYear year, Stage stage, String step) {
        return story.task(year, step, key(year, stage));
    }

    public void uploads(SchoolYear year, Stage stage, String key) {
        story.upload(MonitoringFiles.evidence(year.id(), stage, key));
    }

    /** What a school fills of its direction. */
    public static Map<String, String> reported() {
        return with(Map.of(), "words_risk-motivation", "Мотивация выросла, опрос проведён", "link_risk-motivation", "https://school.example.test/500");
    }

    /** What a school fills of a measure that it has done. */
    public static Map<String, String> done(Map<String, String> before, String key, String on) {
        return with(before, "claim_" + key, "DONE", "on_" + key, on, "words_" + key, "Проведено, участвовали все классы");
    }

    public static Map<String, String> confirmed(Map<String, String> before, String key) {
        return with(before, "decision_" + key, "YES", "comment_" + key, COMMENT);
    }

    public static Map<String, String> returned(Map<String, String> before, String key, String comment) {
        return with(before, "decision_" + key, "NO", "comment_" + key, comment);
    }

    public static Map<String, String> with(Map<String, String> before, String... fields) {
        Map<String, String> all = new LinkedHashMap<>(before);
        for (int at = 0; at < fields.length; at += 2) {
            all.put(fields[at], fields[at + 1]);
        }
        return all;
    }

    public void reports(SchoolYear year, Stage stage, Map<String, String> fields) {
        story.does(task(year, stage, MonitoringModel.REPORT), fields);
    }

    public void checks(SchoolYear year, Stage stage, Map<String, String> fields) {
        story.does(task(year, stage, MonitoringModel.CHECK), fields);
    }

    public void places(SchoolYear year, Stage stage, String on) {
        story.does(task(year, stage, MonitoringModel.PLACE), Map.of("placed", "yes", "under", "motivation", "on", on));
    }
}
