package ru.marshrut.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Work side by side; what belongs together is done by one after the other. */
final class Workers implements AutoCloseable {

    private final ExecutorService threads;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    <T> void each(Collection<T> work, Function<T, Object> belongsTo, Consumer<T> action) {
        Map<Object, List<T>> groups = work.stream().collect(Collectors.groupingBy(belongsTo));
        List<Future<?>> running = new ArrayList<>();
        groups.values().forEach(group -> running.add(threads.submit(() -> group.forEach(action))));
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
