package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYear.Status;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** A year in which the curator changes in the middle of each of his steps, from the first visit to the last mark. */
@SpringBootTest
class CuratorsChangeTest {

    private static final List<String> KINDS = List.of("developmentConcept", "midTermProgramme", "antiriskProgramme");

    /** Of the profile, of the activation, of the documents, of both monitoring stages. */
    private static final int DECISIONS = 5;

    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    SchoolYears years;
    @Autowired
    Staff staff;
    @Autowired
    MadePeople people;
    @Autowired
    Outcomes outcomes;
    @Autowired
    TransactionTemplate transactions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private final List<Long> curators = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private Told told;
    private SchoolYear year;

    @Test
    void whoeverIsTheCuratorOfTheDayGoesOnWhereThePredecessorStopped() {
        story.itIs("2021-02-01");
        told = story.aSchool();
        curators.add(told.curator());
        year = course.begun(told);
        transactions.executeWithoutResult(status -> outcomes.record(List.of(new Outcome(OutcomeKind.PEER_REVIEW_DONE,
            Member.school(told.school(), told.region()), YearStory.YEAR, null, LocalDate.of(2021, 2, 1), true))));
        await().untilAsserted(() -> assertThat(story.standing(year, Stage.PEER_REVIEW).doneOn()).isNotNull());

        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of("motivation", RiskLevel.HIGH)));
        isDoneByASuccessor(RiskProfileModel.MAKE_FIRST_VISIT, String.valueOf(year.id()), ProfileForms.visit("2021-02-01"));
        isDoneByASuccessor(RiskProfileModel.VERIFY_PROFILE, String.valueOf(year.id()), ProfileForms.verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("motivation"));
        isDoneByASuccessor(RiskProfileModel.CONFIRM_ACTIVATION, String.valueOf(year.id()), Map.of("decision", "CONFIRM", "comment", "Согласен"));

        Map<String, String> decisions = new HashMap<>();
        KINDS.forEach(kind -> {
            story.upload(SchoolDocuments.slot(told.school(), year.year(), kind));
            decisions.putAll(Map.of("decision_" + kind, "APPROVE", "comment_" + kind, "Всё на месте"));
        });
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        isDoneByASuccessor(ConceptDocumentsModel.CHECK, String.valueOf(year.id()), decisions);
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-02-01", "placed", "yes"));

        isDoneByASuccessor(CuratorVisitsModel.PROPOSE_VISITS, String.valueOf(year.id()), Map.of("day", "2021-04-12", "purpose", "Знакомство"));
        story.does(year, CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "YES"));
        story.passesUntil(told, "2021-04-12");
        isDoneByASuccessor(CuratorVisitsModel.REPORT_VISIT, String.valueOf(year.id()),
            Map.of("held", "YES", "heldOn", "2021-04-12", "lookedAt", "Уроки", "agreements", "Открытый урок"));

        monitored(Stage.MONITORING_1, "2021-05-17");
        monitored(Stage.MONITORING_2, "2021-10-04");
        isDoneByASuccessor(SchoolYearModel.MARK_POSITIVE_CHANGES, String.valueOf(year.id()),
            Map.of("mark", "YES", "source", "VPR", "period", "2020/21", "words", "Доля успешных выросла"));

        assertThat(years.get(year.id()).status()).isEqualTo(Status.COMPLETED);
        assertThat(steps).as("every step that waits for a curator").containsExactlyInAnyOrderElementsOf(stepsOfCurators());
        assertThat(curators).doesNotHaveDuplicates().hasSize(steps.size() + 1);
        assertThat(jdbc.sql("select distinct person_id from year_decision where school_year_id = ?").param(year.id()).query(Long.class).list())
            .as("each decision stays in the history under whoever took it").doesNotContain(told.curator()).hasSize(DECISIONS);
    }

    private void monitored(Stage stage, String day) {
        story.passesUntil(told, day);
        String key = MonitoringStory.key(year, stage);
        story.does(story.task(year, MonitoringModel.REPORT, key), MonitoringStory.reported());
        isDoneByASuccessor(MonitoringModel.CHECK, key, MonitoringStory.confirmed(Map.of(), "risk-motivation"));
        story.does(story.task(year, MonitoringModel.PLACE, key), Map.of("placed", "yes", "under", "motivation", "on", day));
    }

    private void isDoneByASuccessor(String step, String businessKey, Map<String, String> fields) {
        long former = curators.get(curators.size() - 1);
        OpenTask open = story.task(year, step, businessKey);
        assertThat(open.assigneeId()).as(step).isEqualTo(former);
        LocalDate today = LocalDate.ofInstant(clock.instant(), YearStory.MOSCOW).plusDays(1);
        story.itIs(today.toString());
        Appointment held = staff.appointmentsOf(former, today).get(0);
        staff.end(held.id(), today.minusDays(1), "приказ № 8");
        long successor = people.person();
        staff.appoint(successor, Role.CURATOR, Place.school(told.school()), today, "№ 9");
        await().untilAsserted(() -> assertThat(story.task(year, step, businessKey).assigneeId()).as(step).isEqualTo(successor));
        OpenTask moved = story.task(year, step, businessKey);
        assertThat(moved.id()).as("the same task").isEqualTo(open.id());
        assertThatThrownBy(() -> story.doesAs(story.viewer(former), moved, fields)).as(step).isInstanceOf(NotYours.class);
        story.doesAs(story.viewer(successor), moved, fields);
        curators.add(successor);
        steps.add(step);
    }

    /** As the audit of the tasks tells; both monitoring stages have the same step. */
    private List<String> stepsOfCurators() {
        return jdbc.sql("select step from task_view where role = 'CURATOR' and school_id = ?").param(told.school()).query(String.class).list();
    }
}
