package ru.marshrut.peerreview.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.ReviewStory.Told;

@SpringBootTest
class PeerReviewProcessTest {

    @Autowired
    ReviewStory story;
    @Autowired
    Rounds rounds;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assertionsUseThisEngine() {
        AbstractAssertions.init(engine);
    }

    @Test
    void aPairGoesFromTheNoticeToThePlacedFiles() {
        Told told = story.aPairWithFinalFiles();
        Circle circle = story.circle(told);
        var instance = story.instance(circle);

        for (long school : told.schools()) {
            story.does(told, PeerReviewModel.UPLOAD_FINAL_FILE, school, Map.of("under", "motivation", "on", "2022-10-12", "placed", "yes"));
            story.run();
            story.does(told, PeerReviewModel.CHECK_UPLOAD, school, Map.of("accepted", "YES", "comment", "Всё на месте"));
            story.run();
        }

        assertThat(instance).isEnded().hasPassedInOrder("service_notifyPartners", "task_deliverPackage", "service_openPackages",
            "task_chooseSlots", "service_inviteToMeeting", "timer_meetingStarts", "task_recordMeeting", "task_finishForm",
            "service_makeFinalFiles", "task_uploadFinalFile", "task_checkUpload", "service_closeCircle", "end_completed");
        assertThat(instance).hasNotPassed("task_decideOnSilentPartner", "service_dissolveCircle");
        assertThat(story.circle(told).status()).isEqualTo(Circle.Status.COMPLETED);
        assertThat(jdbc.sql("select school_id from outcome where kind = 'PEER_REVIEW_DONE' and counts and school_id = any(?)")
            .param(told.schools().toArray(Long[]::new)).query(Long.class).list()).as("for the road maps").containsExactlyInAnyOrderElementsOf(told.schools());

        story.taskOfRound(told, PeerReviewRoundModel.SIGN_REPORT, Map.of("remark", "Без замечаний"));
        story.run();
        assertThat(rounds.round(told.round()).status()).isEqualTo(Round.Status.FINISHED);
    }
}
