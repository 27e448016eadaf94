package ru.marshrut.schoolyear;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Extensions.Waiting;
import ru.marshrut.schoolyear.process.YearVariables;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** Describes the tasks of a school's year; a task is called {@code schoolyear.step.<id of the user task>}. */
@Component
public class YearSteps {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SchoolYears years;
    private final StageCourse course;
    private final Territory territory;
    private final Extensions extensions;
    private final MessageSource messages;

    YearSteps(SchoolYears years, StageCourse course, Territory territory, @Lazy Extensions extensions, MessageSource messages) {
        this.years = years;
        this.course = course;
        this.territory = territory;
        this.extensions = extensions;
        this.messages = messages;
    }

    /** The school's own step, due when the stage is. */
    public TaskDescription ofSchool(TaskOrigin origin, long yearId, Stage stage) {
        return of(origin, yearId, Role.SCHOOL_COORDINATOR, stage(stage), course.due(yearId, stage));
    }

    /** A step of the curator that is itself the stage, such as the first visit. */
    public TaskDescription ofCurator(TaskOrigin origin, long yearId, Stage stage) {
        return of(origin, yearId, Role.CURATOR, school(yearId).name(), course.due(yearId, stage));
    }

    /** The curator looks at what the school has sent. */
    public TaskDescription answerOfCurator(TaskOrigin origin, long yearId, Stage stage) {
        return of(origin, yearId, Role.CURATOR, school(yearId).name() + ". " + stage(stage), course.answer(yearId));
    }

    /** The municipal coordinator decides; on a day beyond that of a higher road map the region. */
    public TaskDescription answerOfMunicipality(TaskOrigin origin, long yearId, Stage stage) {
        if (origin.step().equals(YearVariables.DECIDE_ON_EXTENSION)) {
            return decisionOnExtension(origin, yearId);
        }
        return of(origin, yearId, Role.MUNICIPAL_COORDINATOR, school(yearId).name() + ". " + stage(stage), course.answer(yearId));
    }

    private TaskDescription decisionOnExtension(TaskOrigin origin, long yearId) {
        List<Waiting> requests = extensions.waiting(origin.processKey(), origin.businessKey());
        Waiting waiting = requests.get(requests.size() - 1);
        Role decider = extensions.isForTheRegion(waiting) ? Role.REGIONAL_COORDINATOR : Role.MUNICIPAL_COORDINATOR;
        return of(origin, yearId, decider, school(yearId).name() + ". " + stage(waiting.stage()), course.answer(yearId));
    }

    /** What the others are not: a step with its own words and date. */
    public TaskDescription of(TaskOrigin origin, long yearId, Role role, String context, Due due) {
        School school = school(yearId);
        Place place = switch (role) {
            case MUNICIPAL_COORDINATOR -> Place.municipality(school.municipalityId());
            case REGIONAL_COORDINATOR -> Place.region(school.regionId());
            default -> school.place();
        };
        return new TaskDescription(messages.getMessage("schoolyear.step." + origin.step(), null, RUSSIAN), context, school.regionId(),
            school.id(), new Responsible(role, place), due);
    }

    private String stage(Stage stage) {
        return messages.getMessage("schoolyear.stage." + stage, null, RUSSIAN);
    }

    private School school(long yearId) {
        return territory.school(years.get(yearId).schoolId());
    }
}
