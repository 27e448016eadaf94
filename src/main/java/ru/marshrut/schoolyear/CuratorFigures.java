package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import ru.marshrut.territory.Place;

/**
 * How curators work (seed 001: «Работа куратора в ИС МЭДК», «куратор не комментирует свои действия»). What was done in a school
 * counts for whoever curated it on that day, so a successor does not answer for his predecessor:
 * <ul>
 * <li>decisions on the school's work, and how many of them have a comment;</li>
 * <li>agreed visits whose first agreed day has come, and how many of them have been held: a visit that is moved stays planned;</li>
 * <li>working days from what was asked for to the curator's decision, or to his answer to a message that needs one; the same day
 * is 0, the next working day 1.</li>
 * </ul>
 */
public interface CuratorFigures {

    /** Curators of a place's schools in a year, as of the end of a day, by name. */
    List<Figures> within(Place place, int year, LocalDate on);

    /** All of them together, also what happened in schools that had no curator on the day of a visit. */
    Figures total(Place place, int year, LocalDate on);

    /** One curator in the schools of a place. */
    Figures of(long curatorId, Place place, int year, LocalDate on);

    /** What the figures of a curator are made of, the earliest first. */
    Rows rows(long curatorId, Place place, int year, LocalDate on);

    /** Part of a whole; a whole of 0 is «нет данных». */
    record Share(int part, int whole) {

        public OptionalDouble value() {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
        }
    }

    /**
     * @param curatorId  null for the total
     * @param schools    how many schools were curated in the year
     * @param commented  decisions with a comment, of all
     * @param visits     visits held, of those planned until the day
     * @param answers    how many decisions and answers the median is taken of
     * @param medianDays working days; empty without answers
     * @param unanswered messages to which an answer is still waited for
     */
    record Figures(Long curatorId, String name, int schools, Share commented, Share visits, int answers, OptionalDouble medianDays, int unanswered) {}

    record Rows(List<Decided> decisions, List<Visited> visits, List<Asked> messages) {}

    /** @param days working days to the decision */
    record Decided(long yearId, long schoolId, Stage stage, String subject, boolean accepted, String comment, LocalDate askedOn, LocalDate decidedOn,
                   int days) {}

    /** @param heldOn null where it has not been held */
    record Visited(long yearId, long schoolId, LocalDate plannedOn, LocalDate day, LocalDate heldOn) {}

    /** @param answeredOn null while no answer is given; {@code days} then counts to the day asked about */
    record Asked(long yearId, long schoolId, int number, LocalDate askedOn, LocalDate answeredOn, int days) {}
}
