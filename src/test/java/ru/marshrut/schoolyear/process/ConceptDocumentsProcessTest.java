package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.documents.ApprovedDocuments;
import ru.marshrut.documents.OpenSlots;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.RequiredDocuments;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.testing.ModelMigration;
import ru.marshrut.work.OpenTask;

/** The ways of a school's concept documents, each as a trace through the model. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConceptDocumentsProcessTest {

    private static final List<String> KINDS = List.of("developmentConcept", "midTermProgramme", "antiriskProgramme");

    @Autowired
    YearStory story;
    @Autowired
    ConceptDocuments documents;
    @Autowired
    RequiredDocuments required;
    @Autowired
    List<ReturnReasons> returns;
    @Autowired
    OpenSlots slots;
    @Autowired
    ApprovedDocuments approvals;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    YearEnds ends;
    @Autowired
    ModelMigration migration;
    @Autowired
    ProcessEngine engine;

    private Told told;
    private SchoolYear year;

    @BeforeEach
    void aSchoolIsAskedForItsDocuments() {
        AbstractAssertions.init(engine);
        story.itIs("2021-03-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        dueOn("2021-04-15");
    }

    @Test
    void approvedAtOnceAndPlacedInTime() {
        ProcessInstance process = started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        story.itIs("2021-03-03");
        checks(Map.of());
        story.itIs("2021-03-05");
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-04", "placed", "yes"));

        assertThat(process).hasPassedInOrder("start_documentsAsked", "service_openConceptDocuments", "task_sendConceptDocuments",
            "task_checkConceptDocuments", "task_placeConceptDocuments", "end_documentsPlaced").isEnded();
        StageStanding standing = story.standing(year, Stage.CONCEPT_DOCUMENTS);
        assertThat(standing.openedOn()).isEqualTo("2021-03-01");
        assertThat(standing.doneOn()).isEqualTo("2021-03-04");
        assertThat(standing.late()).isFalse();
        assertThat(approvals.approvedKinds(told.school(), year.year())).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(jdbc.sql("select count(*) from year_decision where school_year_id = ? and accepted and comment <> ''").param(year.id())
            .query(Integer.class).single()).as("each decision is kept for the curator's figures").isEqualTo(3);
    }

    @Test
    void oneOfThreeIsReturnedAndOnlyThatOneIsSentAgain() {
        ProcessInstance process = started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of("midTermProgramme", "Поставьте задачи"));

        assertThat(state("developmentConcept")).isEqualTo(State.APPROVED);
        assertThat(state("midTermProgramme")).isEqualTo(State.RETURNED);
        OpenTask again = story.task(year, ConceptDocumentsModel.SEND);
        assertThat(returns.stream().map(one -> one.of(again)).flatMap(java.util.Optional::stream))
            .singleElement().satisfies(reason -> {
                assertThat(reason.by()).isEqualTo(story.viewer(told.curator()).fullName());
                assertThat(reason.comment()).isEqualTo("«Среднесрочная программа»: Поставьте задачи");
            });
        assertThat(slots.rulesFor(SchoolDocuments.slot(told.school(), year.year(), "developmentConcept"))).as("approved stays as it is").isEmpty();
        assertThat(slots.rulesFor(SchoolDocuments.slot(told.school(), year.year(), "midTermProgramme"))).isPresent();
        assertThatThrownBy(() -> story.does(again, Map.of())).as("the same file once more").isInstanceOf(Refusal.class)
            .hasMessageContaining("schoolyear.concept.unchanged").hasMessageContaining("Среднесрочная программа");

        uploads(List.of("midTermProgramme"));
        story.does(again, Map.of());
        assertThat(documents.sent(year.id())).extracting(one -> one.kind()).containsExactly("midTermProgramme");
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
        assertThat(process).hasPassed("gateway_approved", "end_documentsPlaced").isEnded();
        assertThat(jdbc.sql("select count(*) from year_decision where school_year_id = ? and not accepted").param(year.id())
            .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void nothingIsSentWhileADocumentIsMissing() {
        started();
        uploads(List.of("developmentConcept"));
        assertThatThrownBy(() -> story.does(year, ConceptDocumentsModel.SEND, Map.of())).isInstanceOf(Refusal.class)
            .hasMessageContaining("Среднесрочная программа").hasMessageContaining("Антирисковая программа").hasMessageNotContaining("Концепция");
        assertThat(story.openSteps(year)).containsExactly(ConceptDocumentsModel.SEND);
    }

    @Test
    void theCuratorSaysSomethingOfEveryDocument() {
        started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        OpenTask check = story.task(year, ConceptDocumentsModel.CHECK);
        Map<String, String> fields = new HashMap<>(decisions(Map.of()));
        fields.remove("comment_midTermProgramme");
        assertThatThrownBy(() -> story.does(check, fields)).isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.field()).isEqualTo("comment_midTermProgramme"));
        assertThatThrownBy(() -> story.doesAs(story.viewer(told.regional()), check, decisions(Map.of()))).as("not the curator")
            .isInstanceOf(NotYours.class);
        assertThat(state("developmentConcept")).isEqualTo(State.SENT);
    }

    @Test
    void lateIsAcceptedAndShownAsLate() {
        ProcessInstance process = started();
        story.itIs("2021-04-20");
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-04-20", "placed", "yes"));
        assertThat(process).isEnded();
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).state(LocalDate.parse("2021-04-21"))).isEqualTo(StageStanding.State.DONE_LATE);
    }

    @Test
    void anExtensionMovesTheStageAndItsOpenTask() {
        ProcessInstance process = started();
        story.asksForExtension(story.task(year, ConceptDocumentsModel.SEND), "2021-04-30");
        story.does(year, YearVariables.DECIDE_ON_EXTENSION, Map.of("granted", "YES", "until", "2021-04-25", "reason", "Карантин"));
        assertThat(process).hasPassed("start_extensionRequested", "task_decideOnExtension", "end_extensionDecided").isNotEnded();
        assertThat(story.task(year, ConceptDocumentsModel.SEND).due().day(YearStory.MOSCOW)).isEqualTo("2021-04-25");
        story.itIs("2021-04-20");
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-04-20", "placed", "yes"));
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).late()).isFalse();
    }

    @Test
    void aRunningInstanceGoesOverToAChangedModel() {
        ProcessInstance process = started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        try (ModelMigration.Migrated migrated = migration.migrate(process.getId())) {
            checks(Map.of("midTermProgramme", "Исправьте"));
            uploads(List.of("midTermProgramme"));
            story.does(year, ConceptDocumentsModel.SEND, Map.of());
            checks(Map.of());
            story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
            migrated.hasEnded();
        }
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).doneOn()).isEqualTo("2021-03-01");
    }

    @Test
    void aDayOfPlacementIsOneThatHasBeen() {
        started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of());
        OpenTask place = story.task(year, ConceptDocumentsModel.PLACE);
        for (Map<String, String> wrong : List.of(Map.of("on", "2021-03-02", "placed", "yes"), Map.of("on", "2021-02-27", "placed", "yes"),
            Map.of("on", "2021-03-01"), Map.of("placed", "yes"))) {
            assertThatThrownBy(() -> story.does(place, wrong)).as("%s", wrong).isInstanceOf(Refusal.class);
        }
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).doneOn()).isNull();
    }

    @Test
    void theRegionsSetHoldsForWhatIsNotApprovedAndLosesNoFile() {
        started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of("midTermProgramme", "Исправьте сроки"));
        required.change(told.region(), year.year(), story.viewer(told.regional()), List.of("antiriskProgramme", "roadMap"), List.of("План работы с родителями"));

        assertThat(required.of(told.region(), year.year())).extracting(one -> one.name())
            .containsExactly("Антирисковая программа", "Дорожная карта", "План работы с родителями");
        assertThat(documents.of(year.id())).filteredOn(one -> !one.required()).extracting(one -> one.kind())
            .as("what was handed in stays to be seen").containsExactlyInAnyOrder("developmentConcept", "midTermProgramme");
        uploads(List.of("roadMap", "own1"));
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        assertThat(documents.sent(year.id())).extracting(one -> one.kind()).containsExactly("roadMap", "own1");
        assertThat(documents.of(year.id())).allSatisfy(one -> assertThat(one.files()).as(one.kind()).isNotEmpty());
        assertThatThrownBy(() -> required.change(told.region(), year.year(), story.viewer(told.municipal()), List.of("roadMap"), List.of()))
            .as("the municipality does not decide on it").isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> required.change(told.region(), year.year(), story.viewer(told.regional()), List.of(), List.of(" ")))
            .isInstanceOf(Refusal.class);
    }

    @Test
    void approvedDocumentsAreChangedApprovedAgainAndPlacedAgain() {
        started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        assertThatThrownBy(() -> documents.change(year.id(), school(), List.of("midTermProgramme"), "Новые сведения")).isInstanceOf(Refusal.class);
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
        story.itIs("2021-09-10");
        assertThatThrownBy(() -> documents.change(year.id(), story.viewer(told.curator()), List.of("midTermProgramme"), "x")).isInstanceOf(NotYours.class);

        documents.change(year.id(), school(), List.of("midTermProgramme"), "Новые сведения");
        story.run();
        OpenTask send = story.task(year, ConceptDocumentsModel.SEND);
        assertThat(send.overdueAt(java.time.Instant.parse("2021-09-11T00:00:00Z"))).as("due by a date of its own").isFalse();
        uploads(List.of("midTermProgramme"));
        story.does(send, Map.of());
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-09-10", "placed", "yes"));
        assertThat(state("midTermProgramme")).isEqualTo(State.APPROVED);
        assertThat(story.openSteps(year)).isEmpty();
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).doneOn()).as("the stage was completed then").isEqualTo("2021-03-01");
    }

    @Test
    void aSchoolThatLeavesHasNothingLeftToChange() {
        started();
        uploads(KINDS);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        checks(Map.of());
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
        documents.change(year.id(), school(), List.of("midTermProgramme"), "Новые сведения");
        story.run();
        ends.leave(story.viewer(told.regional()), year.id(), "Школа закрыта");
        assertThat(story.openSteps(year)).isEmpty();
        assertThat(documents.of(year.id())).allSatisfy(one -> assertThat(one.files()).isNotEmpty());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementOfTheModelHasBeenPassed() {
        assertThat(FlowNodes.of(engine, ConceptDocumentsModel.KEY).share()).isGreaterThanOrEqualTo(0.95);
    }

    private ProcessInstance started() {
        return story.started(ConceptDocumentsModel.KEY, year);
    }

    private void uploads(List<String> kinds) {
        kinds.forEach(kind -> story.upload(SchoolDocuments.slot(told.school(), year.year(), kind)));
    }

    private ru.marshrut.access.Viewer school() {
        return story.viewer(jdbc.sql("select person_id from appointment where level = 'SCHOOL' and place_id = ? and role = 'SCHOOL_COORDINATOR'").param(told.school())
            .query(Long.class).single());
    }

    /** The curator approves all that he was handed, but returns those that have a comment here. */
    private void checks(Map<String, String> returned) {
        story.does(year, ConceptDocumentsModel.CHECK, decisions(returned));
    }

    private Map<String, String> decisions(Map<String, String> returned) {
        Map<String, String> fields = new HashMap<>();
        for (var document : documents.sent(year.id())) {
            fields.put("decision_" + document.kind(), returned.containsKey(document.kind()) ? "RETURN" : "APPROVE");
            fields.put("comment_" + document.kind(), returned.getOrDefault(document.kind(), "Всё на месте"));
        }
        return fields;
    }

    private State state(String kind) {
        return documents.of(year.id()).stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow().state();
    }

    private void dueOn(String day) {
        jdbc.sql("update school_stage set due_on = ?, due_source = 'дорожная карта' where school_year_id = ? and stage = ?")
            .params(LocalDate.parse(day), year.id(), Stage.CONCEPT_DOCUMENTS.name()).update();
    }
}
