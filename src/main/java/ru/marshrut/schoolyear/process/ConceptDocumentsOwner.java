package ru.marshrut.schoolyear.process;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Extensions;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearSteps;
import ru.marshrut.territory.Role;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class ConceptDocumentsOwner extends YearOwner {

    private static final Stage STAGE = Stage.CONCEPT_DOCUMENTS;

    private final YearSteps steps;
    private final SchoolYears years;
    private final StageCourse course;

    ConceptDocumentsOwner(@Lazy YearSteps steps, @Lazy SchoolYears years, @Lazy StageCourse course, @Lazy YearEngine engine, @Lazy Extensions extensions) {
        super(ConceptDocumentsModel.KEY, Set.of(ConceptDocumentsModel.SEND), course, engine, extensions);
        this.steps = steps;
        this.years = years;
        this.course = course;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        long yearId = YearKey.yearOf(origin.businessKey());
        return switch (origin.step()) {
            case ConceptDocumentsModel.SEND, ConceptDocumentsModel.PLACE -> ofSchool(origin, yearId);
            case ConceptDocumentsModel.CHECK -> steps.answerOfCurator(origin, yearId, STAGE);
            case YearVariables.DECIDE_ON_EXTENSION -> steps.answerOfMunicipality(origin, yearId, STAGE);
            default -> throw new IllegalArgumentException(origin.step());
        };
    }

    @Override
    Optional<Stage> stageOf(String step, String businessKey) {
        boolean ofSchool = step.equals(ConceptDocumentsModel.SEND) || step.equals(ConceptDocumentsModel.PLACE);
        return ofSchool && !isDone(YearKey.yearOf(businessKey)) ? Optional.of(STAGE) : Optional.empty();
    }

    /** The date of the stage no longer counts where documents are changed after it was completed. */
    private TaskDescription ofSchool(TaskOrigin origin, long yearId) {
        TaskDescription described = steps.ofSchool(origin, yearId, STAGE);
        return isDone(yearId) ? steps.of(origin, yearId, Role.SCHOOL_COORDINATOR, described.context(), course.answer(yearId)) : described;
    }

    private boolean isDone(long yearId) {
        return years.standing(yearId, STAGE).doneOn() != null;
    }
}
