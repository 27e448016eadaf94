package ru.marshrut.notification.mail;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the sender right after a commit, beside the caller; many commits make one round. */
@Component
class Nudge implements DisposableBean, TransactionSynchronization {

    private static final Logger LOG = LoggerFactory.getLogger(Nudge.class);

    private final Dispatch dispatch;
    private final boolean atOnce;
    /** One at work and one in waiting see every letter that is committed. */
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
        work -> new Thread(work, "letters"), new DiscardPolicy());

    Nudge(Dispatch dispatch, MailSettings settings) {
        this.dispatch = dispatch;
        this.atOnce = settings.atOnce();
    }

    /** Once per transaction, however many letters it puts. */
    void atCommit() {
        if (atOnce && !TransactionSynchronizationManager.getSynchronizations().contains(this)) {
            TransactionSynchronizationManager.registerSynchronization(this);
        }
    }

    @Override
    public void afterCommit() {
        sender.execute(this::send);
    }

    private void send() {
        try {
            dispatch.run();
        } catch (RuntimeException e) {
            LOG.warn("letters could not be sent now; the recurring round goes on", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        sender.shutdown();
        sender.awaitTermination(10, TimeUnit.SECONDS);
    }
}
