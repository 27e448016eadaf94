package ru.marshrut.notification.mail;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.DueLetters;

/** What the recurring round does, at once. */
@Component
class OutboxRound implements DueLetters {

    private final Outbox outbox;
    private final Dispatch dispatch;

    OutboxRound(Outbox outbox, Dispatch dispatch) {
        this.outbox = outbox;
        this.dispatch = dispatch;
    }

    @Override
    public Optional<Instant> nextAfter(Instant now) {
        return outbox.firstWaitingAfter(now);
    }

    @Override
    public boolean underWay(Instant now) {
        return outbox.holdsLettersFor(now);
    }

    @Override
    public void send() {
        dispatch.run();
    }
}
