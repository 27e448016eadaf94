package ru.marshrut.peerreview.report;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;

/** Words of the papers of a peer review. */
final class ReviewTexts extends Texts {

    ReviewTexts(MessageSource messages, ZoneId zone) {
        super(messages, "peerreview-report", zone);
    }

    String territory(RoundHead head) {
        return isBlank(head.municipality()) ? head.region() : of("round.municipality", head.region(), head.municipality());
    }

    /** One line for each late step. */
    String lateness(SchoolProgress progress) {
        return progress.lateness().stream()
            .map(late -> of(late.open() ? "late.open" : "late.done", of("late.step", late.step()), String.valueOf(late.days())))
            .collect(Collectors.joining("\n"));
    }
}
