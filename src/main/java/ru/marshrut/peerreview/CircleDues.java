package ru.marshrut.peerreview;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** When the steps of a circle are due: by its own extension, else by the round's calendar. */
@Component
class CircleDues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final OpenTasks open;
    private final Tasks tasks;
    private final CircleEngine engine;

    CircleDues(MessageSource messages, OpenTasks open, @org.springframework.context.annotation.Lazy Tasks tasks,
               CircleEngine engine) {
        this.messages = messages;
        this.open = open;
        this.tasks = tasks;
        this.engine = engine;
    }

    Due due(Circle circle, Round round, Stage stage) {
        LocalDate extended = circle.extensions().get(stage);
        LocalDate last = circle.until(stage, round.calendar());
        String source = extended == null
            ? messages.getMessage("peerreview.due.calendar", new Object[] {round.title()}, RUSSIAN)
            : messages.getMessage("peerreview.due.extended", new Object[] {DAY.format(extended)}, RUSSIAN);
        return new Due(Round.endOf(last, round.zone()), source);
    }

    /** A decision is due some days after the stage that it is about. */
    Due decision(Circle circle, Round round, Stage stage, int days) {
        LocalDate last = circle.until(stage, round.calendar()).plusDays(days);
        return decisionUntil(last, round);
    }

    Due decisionUntil(LocalDate last, Round round) {
        return new Due(Round.endOf(last, round.zone()),
            messages.getMessage("peerreview.due.decision", null, RUSSIAN));
    }

    /** Moves open tasks and timers of a running circle to what now holds. */
    void follow(Circle circle, Round round) {
        for (OpenTask task : open.of(PeerReviewModel.KEY, String.valueOf(circle.id()))) {
            PeerReviewModel.stageOf(task.step()).ifPresent(stage -> tasks.move(task.id(), due(circle, round, stage)));
        }
        engine.moveTimers(circle.processInstanceId(), due(circle, round, Stage.EXCHANGE).at(), due(circle, round, Stage.FINAL).at());
    }
}
