package ru.marshrut.schoolyear.visits;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearSteps;
import ru.marshrut.schoolyear.persistence.VisitRows;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** Words of the visits' tasks. */
@Component
public class VisitTasks implements ReturnReasons {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final YearSteps steps;
    private final VisitSchedules schedules;
    private final VisitRows rows;
    private final SchoolYears years;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;

    VisitTasks(YearSteps steps, @Lazy VisitSchedules schedules, VisitRows rows, SchoolYears years, Territory territory, Staff staff,
               MessageSource messages) {
        this.steps = steps;
        this.schedules = schedules;
        this.rows = rows;
        this.years = years;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
    }

    /** The report is due on the day of the visit. */
    public TaskDescription report(TaskOrigin origin, long yearId) {
        Visit visit = schedules.taken(yearId);
        String school = territory.school(years.get(yearId).schoolId()).name();
        return steps.of(origin, yearId, Role.CURATOR, words("schoolyear.visits.context", school, DAY.format(visit.day()), visit.purpose()),
            new Due(schedules.endOf(visit), words("schoolyear.visits.due")));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReturnReason> of(OpenTask task) {
        if (!task.processKey().equals(CuratorVisitsModel.KEY) || !task.step().equals(CuratorVisitsModel.PROPOSE_VISITS)) {
            return Optional.empty();
        }
        return rows.schedule(YearKey.yearOf(task.businessKey())).filter(schedule -> schedule.state() == Schedule.State.RETURNED)
            .map(schedule -> new ReturnReason(staff.person(schedule.decidedBy()).fullName(), schedule.comment()));
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
