package ru.marshrut.peerreview.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import ru.marshrut.testing.CountingDataSource;

/** One way to take circles of two schools through the whole process; {@link PeerReviewBench} drives each in the same manner. */
interface CirclesUnderWay {

    /** Makes ready what circles need before they start; not measured. */
    void prepare(int circles);

    /** Starts the circles that were prepared. @return their process instances */
    List<String> start();

    /** Does every task that is open in a circle. @return how many that were */
    int doOpenTasks(String instance);

    /** Fails unless every circle that was started has been completed. */
    void assertAllCompleted();

    /** Whether work goes on behind the answers that were given. */
    boolean busy();

    ManagementService jobs();

    CountingDataSource database();
}
