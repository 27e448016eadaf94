package ru.marshrut.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which step can follow which, of schools and of candidates; the first step is held against null. */
class SelectionStepsTest {

    @Test
    void aSchoolIsProposedSurveyedAndSelectedAndOnlyAParticipantLeaves() {
        assertThat(before(Selection.State.PROPOSED)).containsExactlyInAnyOrder(Selection.State.REJECTED, Selection.State.LEFT);
        assertThat(before(Selection.State.SURVEYED)).containsExactly(Selection.State.PROPOSED);
        assertThat(before(Selection.State.REJECTED)).containsExactlyInAnyOrder(Selection.State.PROPOSED, Selection.State.SURVEYED);
        assertThat(before(Selection.State.SELECTED)).isEqualTo(EnumSet.complementOf(EnumSet.of(Selection.State.SELECTED)));
        assertThat(before(Selection.State.LEFT)).containsExactly(Selection.State.SELECTED);
        assertThat(Arrays.stream(Selection.State.values()).filter(state -> state.canFollow(null)))
            .as("an order can name a school that nobody proposed").containsExactly(Selection.State.PROPOSED, Selection.State.SELECTED);
    }

    @Test
    void aCandidateIsAppointedOnlyWhenSelected() {
        assertThat(candidatesBefore(Candidates.State.APPLIED)).containsExactly(Candidates.State.WITHDRAWN);
        assertThat(candidatesBefore(Candidates.State.SURVEYED)).containsExactly(Candidates.State.APPLIED);
        assertThat(candidatesBefore(Candidates.State.APPOINTED)).containsExactlyInAnyOrder(Candidates.State.SELECTED, Candidates.State.APPOINTED);
        assertThat(candidatesBefore(Candidates.State.WITHDRAWN)).doesNotContain(Candidates.State.APPOINTED);
        assertThat(Arrays.stream(Candidates.State.values()).filter(state -> state.canFollow(null))).containsExactly(Candidates.State.APPLIED);
    }

    private static Set<Selection.State> before(Selection.State state) {
        EnumSet<Selection.State> before = EnumSet.allOf(Selection.State.class);
        before.removeIf(one -> !state.canFollow(one));
        return before;
    }

    private static Set<Candidates.State> candidatesBefore(Candidates.State state) {
        EnumSet<Candidates.State> before = EnumSet.allOf(Candidates.State.class);
        before.removeIf(one -> !state.canFollow(one));
        return before;
    }
}
