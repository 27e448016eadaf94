package ru.marshrut.peerreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private final Arrangement twoPairs = new Arrangement(List.of(List.of(1L, 2L), List.of(3L, 4L)));

    @Test
    void aSchoolMovesToTheCircleOfAnother() {
        assertThat(twoPairs.move(2, 3L).circles()).containsExactly(List.of(1L), List.of(3L, 4L, 2L));
        assertThat(twoPairs.move(2, 3L).move(1, 3L).circles()).containsExactly(List.of(3L, 4L, 2L, 1L));
    }

    @Test
    void aSchoolGetsACircleOfItsOwn() {
        assertThat(twoPairs.move(2, null).circles()).containsExactly(List.of(1L), List.of(3L, 4L), List.of(2L));
    }

    @Test
    void twoSchoolsTakeEachOthersPlaces() {
        assertThat(twoPairs.swap(1, 4).circles()).containsExactly(List.of(4L, 2L), List.of(3L, 1L));
    }

    @Test
    void whoHasLeftGoesAndWhoIsNewStandsAlone() {
        assertThat(twoPairs.placing(List.of(1L, 3L, 4L, 5L)).circles()).containsExactly(List.of(1L), List.of(3L, 4L), List.of(5L));
        assertThat(twoPairs.within(List.of(3L, 4L)).circles()).containsExactly(List.of(3L, 4L));
    }
}
