package ru.marshrut.expertise.process;

import java.time.LocalDate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.CheckCourse;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseDues;
import ru.marshrut.expertise.ExpertiseEngine;
import ru.marshrut.expertise.ExpertiseSteps;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** The steps of a school's check: each expert's own, by the day of his check, and the region's coordinator's. */
@Component
class SchoolExpertiseOwner implements ProcessOwner {

    private final Expertises expertises;
    private final Samples samples;
    private final SampleRows rows;
    private final ExpertiseSteps steps;
    private final ExpertiseDues dues;
    private final StepSubjects subjects;
    private final CheckCourse course;
    private final ExpertiseEngine engine;

    SchoolExpertiseOwner(@Lazy Expertises expertises, @Lazy Samples samples, SampleRows rows, @Lazy ExpertiseSteps steps, @Lazy ExpertiseDues dues,
                         @Lazy StepSubjects subjects, @Lazy CheckCourse course, @Lazy ExpertiseEngine engine) {
        this.expertises = expertises;
        this.samples = samples;
        this.rows = rows;
        this.steps = steps;
        this.dues = dues;
        this.subjects = subjects;
        this.course = course;
        this.engine = engine;
    }

    @Override
    public String processKey() {
        return SchoolExpertiseModel.KEY;
    }

    @Override
    public void lock(OpenTask task) {
        rows.lock(Long.parseLong(task.businessKey()));
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        SampledSchool school = samples.get(Long.parseLong(origin.businessKey()));
        Expertise expertise = expertises.get(school.expertiseId());
        if (!SchoolExpertiseModel.OF_EXPERTS.contains(origin.step())) {
            return steps.ofCoordinator(origin, expertise, school, dues.answer(expertise.regionId()));
        }
        SchoolCheck check = subjects.check(origin);
        return steps.ofExpert(origin, expertise, school, check.expertId(), origin.step().equals(SchoolExpertiseModel.CHECK_SCHOOL)
            ? dues.check(check.until(), expertise.regionId()) : dues.later(check, expertise.regionId()));
    }

    /** Decisions are asked for as often as there is something to decide; only a check that was sent back a second time comes back. */
    @Override
    public boolean comesUpAgain(String step) {
        return !step.equals(SchoolExpertiseModel.REWORK_CHECK);
    }

    @Override
    public boolean extendable(OpenTask task) {
        return SchoolExpertiseModel.OF_EXPERTS.contains(task.step());
    }

    @Override
    public void decideOn(OpenTask task, long extensionId) {
        engine.extensionRequested(task.id(), extensionId);
    }

    @Override
    public void extend(OpenTask task, LocalDate until) {
        subjects.check(task).filter(check -> !check.isDone()).ifPresent(check -> course.extend(check, until));
    }
}
