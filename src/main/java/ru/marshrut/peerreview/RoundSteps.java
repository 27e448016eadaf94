package ru.marshrut.peerreview;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** What the steps of a round are about: all of them are the coordinator's. */
@Component
public class RoundSteps {

    private static final int REPORT_DAYS = 5;

    private final Rounds rounds;
    private final CircleDues dues;
    private final MessageSource messages;

    RoundSteps(Rounds rounds, CircleDues dues, MessageSource messages) {
        this.rounds = rounds;
        this.dues = dues;
        this.messages = messages;
    }

    public TaskDescription describe(TaskOrigin origin) {
        Round round = rounds.round(Long.parseLong(origin.businessKey()));
        LocalDate until = origin.step().equals(PeerReviewRoundModel.SIGN_REPORT)
            ? round.calendar().finalFile().plusDays(REPORT_DAYS) : round.calendar().notice();
        Due due = dues.decisionUntil(until, round);
        Role role = round.place().level() == Level.REGION ? Role.REGIONAL_COORDINATOR : Role.MUNICIPAL_COORDINATOR;
        return new TaskDescription(messages.getMessage("peerreview.step." + origin.step(), null, Locale.forLanguageTag("ru")),
            round.title(), round.regionId(), null, new Responsible(role, round.place()), due);
    }
}
