package ru.marshrut.schoolyear.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Directions that a school sent as those that it wants to work on.
 *
 * @param confirmed null while the curator has not answered
 * @param comment   the curator's words, may be empty
 * @param decidedBy the curator, or null
 */
public record Activation(long id, long sentBy, LocalDate sentOn, Boolean confirmed, String comment, Long decidedBy, Instant decidedAt,
                         List<Choice> choices) {

    /** @param reason why a direction of high risk was not chosen, else empty */
    public record Choice(String direction, boolean chosen, String reason) {}

    public Set<String> chosen() {
        return choices.stream().filter(Choice::chosen).map(Choice::direction).collect(Collectors.toSet());
    }

    /** The reason that was given for leaving a direction out, or an empty text. */
    public String reasonFor(String direction) {
        return choices.stream().filter(choice -> choice.direction().equals(direction)).map(Choice::reason).findFirst().orElse("");
    }

    public boolean isReturned() {
        return Boolean.FALSE.equals(confirmed);
    }
}
