package ru.marshrut.schoolyear.process;

import static ru.marshrut.schoolyear.process.ProfileForms.activation;
import static ru.marshrut.schoolyear.process.ProfileForms.levels;
import static ru.marshrut.schoolyear.process.ProfileForms.survey;
import static ru.marshrut.schoolyear.process.ProfileForms.verdicts;
import static ru.marshrut.schoolyear.process.ProfileForms.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.process.YearStory.Told;

/** Running instances of each model of a school's year, and what people do until they end. */
@Component
public class StagesUnderway {

    private static final List<String> KINDS = List.of("developmentConcept", "midTermProgramme", "antiriskProgramme");

    private final YearStory story;
    private final YearCourse course;
    private final MonitoringStory monitoring;
    private final RuntimeService runtime;

    StagesUnderway(YearStory story, YearCourse course, MonitoringStory monitoring, RuntimeService runtime) {
        this.story = story;
        this.course = course;
        this.monitoring = monitoring;
        this.runtime = runtime;
    }

    /** @param goOn what people do until the instance ends */
    public record Underway(String instanceId, Runnable goOn) {}

    public Underway profile() {
        story.itIs("2021-02-01");
        SchoolYear year = story.aYearOf(story.aSchool());
        return new Underway(story.started(RiskProfileModel.KEY, year).getId(), () -> profileIsActivated(year, "2021-02-01"));
    }

    /** From the survey to the activated directions, all on one day. */
    public void profileIsActivated(SchoolYear year, String on) {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, survey(on));
        story.does(year, RiskProfileModel.ENTER_PROFILE, levels(Map.of("motivation", RiskLevel.HIGH)));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, visit(on));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, activation("motivation"));
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", "Согласен"));
    }

    public Underway documents() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        return new Underway(story.started(ConceptDocumentsModel.KEY, year).getId(), () -> {
            Map<String, String> decisions = new HashMap<>();
            KINDS.forEach(kind -> {
                story.upload(SchoolDocuments.slot(told.school(), year.year(), kind));
                decisions.putAll(Map.of("decision_" + kind, "APPROVE", "comment_" + kind, "Всё на месте"));
            });
            story.does(year, ConceptDocumentsModel.SEND, Map.of());
            story.does(year, ConceptDocumentsModel.CHECK, decisions);
            story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
        });
    }

    public Underway monitoring() {
        story.itIs("2021-05-11");
        SchoolYear year = monitoring.aYearOf(story.aSchool());
        Stage one = Stage.MONITORING_1;
        return new Underway(monitoring.opens(year, one).getId(), () -> {
            monitoring.reports(year, one, MonitoringStory.reported());
            monitoring.checks(year, one, MonitoringStory.confirmed(Map.of(), "risk-motivation"));
            monitoring.places(year, one, "2021-05-11");
        });
    }

    public Underway visits() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        return new Underway(story.started(CuratorVisitsModel.KEY, year).getId(), () -> {
            story.does(year, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-04-12", "purpose", "Знакомство"));
            story.does(year, CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "YES"));
            story.passesUntil(told, "2021-04-12");
            story.does(year, CuratorVisitsModel.REPORT_VISIT,
                Map.of("held", "YES", "heldOn", "2021-04-12", "lookedAt", "Уроки", "agreements", "Открытый урок"));
        });
    }

    /** A year that waits in its stages; only its last step is left to its people. */
    public Underway year() {
        story.itIs("2021-02-01");
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        profileIsActivated(year, "2021-02-01");
        return new Underway(course.instance(year).getId(), () -> {
            runtime.createProcessInstanceModification(course.instance(year).getId()).cancelAllForActivity("call_curatorVisits")
                .cancelAllForActivity("call_conceptDocuments").cancelAllForActivity("timer_firstStageOpens").cancelAllForActivity("timer_secondStageOpens")
                .cancelAllForActivity("gateway_waitForReview").startBeforeActivity("service_openPositiveChanges").execute();
            marks(year, "YES");
        });
    }

    /** The curator marks the year's positive changes. */
    void marks(SchoolYear year, String mark) {
        story.does(year, SchoolYearModel.MARK_POSITIVE_CHANGES,
            Map.of("mark", mark, "source", changeSource(), "period", "2020/21", "words", "Доля успешных выросла"));
    }

    private static String changeSource() {
        return ChangeSource.values()[0].name();
    }
}
