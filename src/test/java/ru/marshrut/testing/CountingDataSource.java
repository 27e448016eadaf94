package ru.marshrut.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database, by statement. A batch of ten counts as ten statements and one call. */
public final class CountingDataSource extends DelegatingDataSource {

    private final Map<String, Cost> costs = new ConcurrentHashMap<>();
    private final LongAdder commits = new LongAdder();

    public CountingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
    }

    /** Forgets everything. */
    public void clear() {
        costs.clear();
        commits.reset();
    }

    public long statements() {
        return costs.values().stream().mapToLong(cost -> cost.statements.sum()).sum();
    }

    public long calls() {
        return costs.values().stream().mapToLong(cost -> cost.calls.sum()).sum();
    }

    public long commits() {
        return commits.sum();
    }

    /** Time between call and answer, nanoseconds, over all threads. */
    public long nanos() {
        return costs.values().stream().mapToLong(cost -> cost.nanos.sum()).sum();
    }

    /** What each statement cost, the most frequent first. */
    public List<Line> lines() {
        return costs.entrySet().stream().map(cost -> new Line(cost.getKey(), cost.getValue().statements.sum(), cost.getValue().nanos.sum()))
            .sorted(Comparator.comparingLong(Line::statements).reversed()).toList();
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (method.getName().equals("commit")) {
                commits.increment();
            }
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, new Counting(statement, (String) arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, new Counting(statement, null)) : result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** One statement's text without its layout and the length of its lists. */
    private static String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").replaceAll("\\?( ?, ?\\?)+", "?…");
    }

    /** @param nanos between call and answer */
    public record Line(String sql, long statements, long nanos) {}

    private static final class Cost {

        private final LongAdder statements = new LongAdder();
        private final LongAdder calls = new LongAdder();
        private final LongAdder nanos = new LongAdder();
    }

    private final class Counting implements InvocationHandler {

        private final Statement statement;
        private final String prepared;
        private int batched;

        private Counting(Statement statement, String prepared) {
            this.statement = statement;
            this.prepared = prepared;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("addBatch")) {
                batched++;
            }
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            long start = System.nanoTime();
            Object result = call(statement, method, arguments);
            boolean batch = method.getName().endsWith("Batch");
            Cost cost = costs.computeIfAbsent(normal(prepared == null ? batch ? "(batch)" : (String) arguments[0] : prepared), sql -> new Cost());
            cost.nanos.add(System.nanoTime() - start);
            cost.calls.increment();
            cost.statements.add(batch ? batched : 1);
            batched = batch ? 0 : batched;
            return result;
        }
    }
}
