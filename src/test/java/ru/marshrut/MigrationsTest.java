package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.RoadMapModel;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.schoolyear.process.StagesUnderway;
import ru.marshrut.schoolyear.process.StagesUnderway.Underway;
import ru.marshrut.testing.ModelMigration;
import ru.marshrut.work.OpenTask;

/** Running instances of every model go over to a changed version of it, and to their end by that. */
@SpringBootTest
class MigrationsTest {

    @Autowired
    ModelMigration migration;
    @Autowired
    MeasureStory measures;
    @Autowired
    ReviewStory reviews;
    @Autowired
    StagesUnderway stages;
    @Autowired
    ExpertiseStory expertises;
    @Autowired
    ProcessEngine engine;

    static Stream<String> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.substring(0, name.length() - ".bpmn".length())).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRunningInstanceGoesOverToTheChangedModel(String model) {
        Map<String, Supplier<Underway>> stories = new HashMap<>(Map.of("measure", this::aMeasure, "road-map", this::aRoadMap, "school-measure",
            this::theDocumentOfASchool, "peer-review", this::aCircle, "peer-review-round", this::aRound, "risk-profile", stages::profile,
            "concept-documents", stages::documents, "monitoring-stage", stages::monitoring, "curator-visits", stages::visits,
            "school-year", stages::year));
        stories.put("expertise", this::anExpertise);
        stories.put("school-expertise", this::aSchoolOfAnExpertise);
        assertThat(stories).as("each model has its story").containsKey(model);
        Underway underway = stories.get(model).get();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(underway.instanceId()).processDefinitionKey(model).count())
            .isOne();
        try (ModelMigration.Migrated migrated = migration.migrate(underway.instanceId())) {
            underway.goOn().run();
            migrated.hasEnded();
        }
    }

    private Underway aMeasure() {
        measures.itIs("2021-03-05");
        MeasureStory.Told told = measures.aDistrictOf(1);
        RoadMap map = measures.approved(told, told.district(), null, fact("Утвердить графики", window("2021-03-10", "2021-03-31")));
        Measure measure = measures.measure(map, "Утвердить графики");
        return new Underway(measure.processInstanceId(), () -> {
            measures.passesUntil(told, "2021-03-11");
            measures.reports(measure, "2021-03-11");
        });
    }

    private Underway aRoadMap() {
        measures.itIs("2021-03-05");
        MeasureStory.Told told = measures.aDistrictOf(1);
        RoadMap map = measures.imported(told, told.district(), null, fact("Единственное", window("2021-03-01", "2021-12-20")));
        return new Underway(map.processInstanceId(), () -> {
            measures.approve(told, map, Map.of());
            measures.reports(measures.measure(map, "Единственное"), "2021-03-05");
            measures.does(measures.task(map, RoadMapModel.SIGN_CLOSING_REPORT), Map.of());
        });
    }

    private Underway theDocumentOfASchool() {
        measures.itIs("2021-03-05");
        MeasureStory.Told told = measures.aDistrictOf(1);
        measures.approved(told, told.district(), null,
            documents("Сайты школ", "Создан раздел", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-20")));
        OpenTask task = measures.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0);
        String instance = engine.getTaskService().createTaskQuery().taskId(task.id()).singleResult().getProcessInstanceId();
        return new Underway(instance, () -> {
            measures.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())));
            measures.does(task, Map.of("on", "2021-03-05"));
        });
    }

    private Underway aCircle() {
        ReviewStory.Told told = reviews.aPairWithFinalFiles();
        return new Underway(reviews.circle(told).processInstanceId(), () -> reviews.placeFiles(told, "2022-10-13"));
    }

    private Underway anExpertise() {
        ExpertiseStory.Told told = expertises.checking(1, 1, 1);
        return new Underway(expertises.instance(told).getId(), () -> {
            expertises.released(expertises.scored(told, 2));
            expertises.passesUntil(told, "2021-11-20");
        });
    }

    private Underway aSchoolOfAnExpertise() {
        ExpertiseStory.Told told = expertises.checking(1, 1, 1);
        return new Underway(expertises.instance(told, told.school(0)).getId(), () -> {
            expertises.checked(told, told.school(0), 2);
            expertises.accepts(told, told.school(0));
        });
    }

    private Underway aRound() {
        ReviewStory.Told told = reviews.aPairWithFinalFiles();
        return new Underway(reviews.roundInstance(told).getId(), () -> {
            reviews.placeFiles(told, "2022-10-13");
            reviews.taskOfRound(told, PeerReviewRoundModel.SIGN_REPORT, Map.of("remark", "Без замечаний"));
            reviews.run();
        });
    }
}
