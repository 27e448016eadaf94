package ru.marshrut.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import ru.marshrut.calendar.MovableClock;

/**
 * The webapps find their engine, and the engine its clock, in places of which there is one in a Java machine. Where tests of
 * several contexts run in one, each test finds those of its own context there.
 */
public final class OwnEngine implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        ProcessEngine engine = test.getApplicationContext().getBeanProvider(ProcessEngine.class).getIfAvailable();
        if (engine != null && ProcessEngines.getProcessEngines().get(engine.getName()) != engine) {
            ProcessEngines.registerProcessEngine(engine);
        }
        MovableClock clock = test.getApplicationContext().getBeanProvider(MovableClock.class).getIfAvailable();
        if (clock != null) {
            clock.shiftBy(clock.shift());
        }
    }
}
