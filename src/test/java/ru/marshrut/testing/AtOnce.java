package ru.marshrut.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two who act in the same instant. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of the two gets: an answer, or an exception. */
    public static List<Object> both(Callable<?> first, Callable<?> second) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (Callable<?> one : List.of(first, second)) {
                futures.add(two.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<?> future : futures) {
                try {
                    answers.add(future.get(60, TimeUnit.SECONDS));
                } catch (ExecutionException e) {
                    answers.add(e.getCause());
                }
            }
            return answers;
        } finally {
            two.shutdown();
        }
    }
}
