package ru.marshrut.peerreview.web;

import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/**
 * Steps that two people may take at once. Of those who lose the race some meet bare failures of the engine: the state
 * is read again then, and the answer says that it is done or that it can be tried again.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private Attempts() {}

    static void take(Runnable step, BooleanSupplier stillOpen) {
        try {
            step.run();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (NotYours | NoSuchElementException unknown) {
            if (stillOpen.getAsBoolean()) {
                throw unknown;
            }
            throw Refusal.of("peerreview.web.alreadyDone");
        } catch (RuntimeException failure) {
            LOG.warn("a step of the peer review was not taken", failure);
            throw Refusal.of(stillOpen.getAsBoolean() ? "peerreview.web.tryAgain" : "peerreview.web.alreadyDone");
        }
    }
}
