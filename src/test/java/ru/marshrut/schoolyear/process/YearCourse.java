package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.testing.MadePeople;

/** Begins years and drives their umbrella, with stages that wait until they are told to end. */
@Component
public class YearCourse {

    private static final List<String> STAGES = List.of("risk-profile", "concept-documents", "monitoring-stage", "curator-visits");
    private static final String ENDED = "standIn.stageEnded";

    private final YearStory story;
    private final MadePeople people;
    private final Participations participations;
    private final YearStarts starts;
    private final SchoolYears years;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ManagementService management;

    YearCourse(YearStory story, MadePeople people, Participations participations, YearStarts starts, SchoolYears years,
               RuntimeService runtime, RepositoryService repository, HistoryService history, ManagementService management) {
        this.story = story;
        this.people = people;
        this.participations = participations;
        this.starts = starts;
        this.years = years;
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.management = management;
    }

    /** The umbrella as it is, its stages replaced. @return the deployment, to be taken away after the tests */
    public String replaceStages() {
        String umbrella = repository.createProcessDefinitionQuery().processDefinitionKey(SchoolYearModel.KEY).latestVersion().singleResult().getId();
        DeploymentBuilder deployment = repository.createDeployment().name("stand-ins")
            .addModelInstance(SchoolYearModel.KEY + ".bpmn", repository.getBpmnModelInstance(umbrella));
        STAGES.forEach(stage -> deployment.addModelInstance(stage + ".bpmn", standIn(stage)));
        return deployment.deploy().getId();
    }

    private static BpmnModelInstance standIn(String stage) {
        return Bpmn.createExecutableProcess(stage).camundaHistoryTimeToLive(3).startEvent().camundaAsyncBefore()
            .intermediateCatchEvent().message(ENDED).endEvent().done();
    }

    /** The school and as many others of its municipality take part, told by the region. */
    public void takePart(Told told, Long... schools) {
        participations.takePart(List.of(schools), YearStory.YEAR, LocalDate.of(YearStory.YEAR, 1, 1), "приказ № 7");
    }

    /** The year of a single school begins. */
    public SchoolYear begun(Told told) {
        takePart(told, told.school());
        return begunByRegion(told);
    }

    /** The region begins the years of all its participants. @return that of the told school */
    public SchoolYear begunByRegion(Told told) {
        SchoolYear year = startedOnly(told);
        story.run();
        return year;
    }

    /** The processes have not come to their first step yet. */
    public SchoolYear startedOnly(Told told) {
        starts.start(story.viewer(told.regional()), Place.region(told.region()), YearStory.YEAR);
        return years.of(told.school(), YearStory.YEAR).orElseThrow();
    }

    /** The same people as those of road maps know them. */
    public MeasureStory.Told toldToMeasures(Told told) {
        return new MeasureStory.Told(told.region(), told.regional(), told.municipality(), told.municipal(), List.of(told.school()));
    }

    public long anotherSchool(Told told) {
        return people.school(told.municipality());
    }

    public ProcessInstance instance(SchoolYear year) {
        return runtime.createProcessInstanceQuery().processInstanceId(years.get(year.id()).processInstanceId()).singleResult();
    }

    /** The running stage of this business key. */
    public ProcessInstance stage(SchoolYear year, String processKey, String businessKey) {
        ProcessInstance stage = runtime.createProcessInstanceQuery().superProcessInstanceId(years.get(year.id()).processInstanceId())
            .processDefinitionKey(processKey).processInstanceBusinessKey(businessKey).singleResult();
        assertThat(stage).as("%s %s of the year", processKey, businessKey).isNotNull();
        return stage;
    }

    public Set<String> stages(SchoolYear year) {
        return runtime.createProcessInstanceQuery().superProcessInstanceId(years.get(year.id()).processInstanceId()).list().stream()
            .map(ProcessInstance::getBusinessKey).collect(Collectors.toSet());
    }

    public void ends(SchoolYear year, String processKey) {
        ends(year, processKey, String.valueOf(year.id()));
    }

    public void ends(SchoolYear year, String processKey, String businessKey) {
        runtime.createMessageCorrelation(ENDED).processInstanceId(stage(year, processKey, businessKey).getId()).correlate();
        story.run();
    }

    public LocalDate timerDay(SchoolYear year, String activity) {
        return LocalDate.ofInstant(management.createJobQuery().processInstanceId(years.get(year.id()).processInstanceId()).activityId(activity).timers()
            .singleResult().getDuedate().toInstant(), YearStory.MOSCOW);
    }

    public boolean hasEndedWith(SchoolYear year, String end) {
        String instance = years.get(year.id()).processInstanceId();
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0
            && runtime.createProcessInstanceQuery().superProcessInstanceId(instance).count() == 0
            && history.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(end).count() == 1;
    }
}
