package ru.marshrut.dashboard;

import java.time.LocalDate;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.work.Responsible;

/**
 * A school in a list of those who look after it.
 *
 * @param today     by the clock of its region
 * @param yearId    null where its year has not been started
 * @param overdue   how many stages are overdue
 * @param nextStage the stage that has the earliest last day of those that are not done, or null where none has one
 * @param nextDue   that day
 * @param daysLeft  working days from today to that day, both counted; null where it has passed or there is none
 * @param stepsLeft stages that are not done, from the beginning of the plan to that stage, itself included
 * @param step      title of the most urgent open task of the school, or null
 * @param turn      whose turn that is, or null
 */
public record SchoolStanding(long schoolId, String school, String municipality, String region, LocalDate today, Long yearId, Station station,
                             int overdue, Stage nextStage, LocalDate nextDue, Integer daysLeft, int stepsLeft, String step, Responsible turn) {

    public boolean late() {
        return overdue > 0;
    }
}
