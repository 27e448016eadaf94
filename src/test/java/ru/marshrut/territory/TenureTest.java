package ru.marshrut.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.territory.Tenure.Obstacle;

class TenureTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2022, 2, 1);
    private static final LocalDate JUNE = LocalDate.of(2022, 6, 1);

    @Test
    void aSchoolHasOneCuratorAtATime() {
        Tenure present = new Tenure("anna", Role.CURATOR, FEBRUARY, null);
        Tenure next = new Tenure("boris", Role.CURATOR, JUNE, null);

        assertThat(next.collision(List.of(present), List.of(), false).orElseThrow().obstacle()).isEqualTo(Obstacle.ROLE_IS_TAKEN);
        Tenure ended = new Tenure("anna", Role.CURATOR, FEBRUARY, JUNE.minusDays(1));
        assertThat(next.collision(List.of(ended), List.of(), false)).isEmpty();
        Tenure endsThatDay = new Tenure("anna", Role.CURATOR, FEBRUARY, JUNE);
        assertThat(next.collision(List.of(endsThatDay), List.of(), false)).isPresent();
    }

    @Test
    void aSchoolHasTwoCoordinatorsButNotThree() {
        Tenure one = new Tenure("anna", Role.SCHOOL_COORDINATOR, FEBRUARY, null);
        Tenure two = new Tenure("boris", Role.SCHOOL_COORDINATOR, JUNE, null);
        Tenure three = new Tenure("vera", Role.SCHOOL_COORDINATOR, FEBRUARY, null);

        assertThat(two.collision(List.of(one), List.of(), false)).isEmpty();
        assertThat(three.collision(List.of(one, two), List.of(), false).orElseThrow().obstacle()).isEqualTo(Obstacle.ROLE_IS_TAKEN);
        Tenure untilMay = new Tenure("vera", Role.SCHOOL_COORDINATOR, FEBRUARY, JUNE.minusDays(1));
        assertThat(untilMay.collision(List.of(one, two), List.of(), false)).isEmpty();
    }

    @Test
    void nobodyCuratesTheSchoolThatHeWorksIn() {
        Tenure curator = new Tenure("anna", Role.CURATOR, FEBRUARY, null);
        assertThat(curator.collision(List.of(), List.of(), true).orElseThrow().obstacle()).isEqualTo(Obstacle.CURATES_OWN_SCHOOL);
        Tenure principal = new Tenure("anna", Role.PRINCIPAL, FEBRUARY, null);
        assertThat(principal.collision(List.of(), List.of(curator), false).orElseThrow().obstacle()).isEqualTo(Obstacle.CURATES_OWN_SCHOOL);
    }

    @Test
    void nobodyHoldsARoleTwiceOrBackwards() {
        Tenure observer = new Tenure("anna", Role.OBSERVER, FEBRUARY, null);
        Tenure again = new Tenure("anna", Role.OBSERVER, JUNE, null);
        assertThat(again.collision(List.of(), List.of(observer), false).orElseThrow().obstacle()).isEqualTo(Obstacle.ALREADY_APPOINTED);
        Tenure backwards = new Tenure("anna", Role.OBSERVER, JUNE, FEBRUARY);
        assertThat(backwards.collision(List.of(), List.of(), false).orElseThrow().obstacle()).isEqualTo(Obstacle.ENDS_BEFORE_IT_STARTS);
    }

    @Test
    void telephonesAndAddressesAreRecognised() {
        assertThat(Contact.phone("8 (900) 000-00-01")).contains("+79000000001");
        assertThat(Contact.phone("+7 900 000 00 01")).contains("+79000000001");
        assertThat(Contact.phone("9000000001")).contains("+79000000001");
        assertThat(Contact.phone("8 (86377) 5-00-01 доб. 12")).contains("8 (86377) 5-00-01 доб. 12");
        assertThat(Contact.phone("нет")).isEmpty();
        assertThat(Contact.isMail("anna.testova@example.org")).isTrue();
        assertThat(Contact.isMail("анна@пример.рф")).isTrue();
        assertThat(List.of("anna", "anna@", "anna@example", "anna testova@example.org", "a@b..org", "a@example.org, b@example.org"))
            .noneMatch(Contact::isMail);
    }
}
