package ru.marshrut.expertise;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** Describes the tasks of an expertise; a task is called {@code expertise.step.<id of the user task>}. */
@Component
public class ExpertiseSteps {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Territory territory;
    private final MessageSource messages;

    ExpertiseSteps(Territory territory, MessageSource messages) {
        this.territory = territory;
        this.messages = messages;
    }

    /** A step of the region's coordinator for the whole expertise. */
    public TaskDescription ofCoordinator(TaskOrigin origin, Expertise expertise, Due due) {
        return described(origin, expertise, null, Role.REGIONAL_COORDINATOR, null, due);
    }

    /** A step of the region's coordinator for one school. */
    public TaskDescription ofCoordinator(TaskOrigin origin, Expertise expertise, SampledSchool school, Due due) {
        return described(origin, expertise, school.schoolId(), Role.REGIONAL_COORDINATOR, null, due);
    }

    /** A step of one expert: nobody else sees it but the region's coordinators, who see that it is owed. */
    public TaskDescription ofExpert(TaskOrigin origin, Expertise expertise, SampledSchool school, long expertId, Due due) {
        return described(origin, expertise, school.schoolId(), Role.EXPERT, expertId, due);
    }

    private TaskDescription described(TaskOrigin origin, Expertise expertise, Long schoolId, Role role, Long onlyFor, Due due) {
        String stage = words("expertise.step.context", expertise.stage(), String.valueOf(expertise.year()));
        String context = schoolId == null ? stage : territory.school(schoolId).name() + ". " + stage;
        return new TaskDescription(words("expertise.step." + origin.step()), context, expertise.regionId(), schoolId,
            new Responsible(role, Place.region(expertise.regionId())), due, onlyFor);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
