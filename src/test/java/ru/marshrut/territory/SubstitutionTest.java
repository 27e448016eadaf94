package ru.marshrut.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.territory.Substitution.Collision;
import ru.marshrut.territory.Substitution.Obstacle;

/** Who may stand in for whom; school 1 lies in municipality 5 of region 9. */
class SubstitutionTest {

    private static final LocalDate FIRST = LocalDate.parse("2022-09-05");
    private static final LocalDate LAST = LocalDate.parse("2022-09-16");
    private static final Place SCHOOL = Place.school(1);
    private static final Place REGION = Place.region(9);

    @Test
    void aCuratorIsNotReplacedByWhoWorksInTheSchool() {
        assertThat(obstacle(Role.CURATOR, SCHOOL, held(Role.PRINCIPAL, SCHOOL))).isEqualTo(Obstacle.WORKS_IN_CURATED_SCHOOL);
        assertThat(obstacle(Role.CURATOR, SCHOOL, held(Role.SCHOOL_COORDINATOR, SCHOOL))).isEqualTo(Obstacle.WORKS_IN_CURATED_SCHOOL);
        assertThat(new Substitution(List.of(held(Role.CURATOR, SCHOOL)), List.of(), Set.of(1L), SubstitutionTest::within).collision(FIRST, LAST))
            .map(Collision::obstacle).contains(Obstacle.WORKS_IN_CURATED_SCHOOL);
        assertThat(obstacle(Role.CURATOR, SCHOOL, held(Role.PRINCIPAL, Place.school(2)))).isNull();
    }

    @Test
    void aSchoolIsNotRepresentedByItsCurator() {
        assertThat(obstacle(Role.PRINCIPAL, SCHOOL, held(Role.CURATOR, SCHOOL))).isEqualTo(Obstacle.CURATES_THE_SCHOOL);
        assertThat(obstacle(Role.SCHOOL_COORDINATOR, SCHOOL, held(Role.CURATOR, SCHOOL))).isEqualTo(Obstacle.CURATES_THE_SCHOOL);
        assertThat(obstacle(Role.SCHOOL_COORDINATOR, SCHOOL, held(Role.PRINCIPAL, SCHOOL))).isNull();
    }

    @Test
    void anExpertIsNotReplacedByWhoCuratesOrWorksInASchoolOfHisPlace() {
        assertThat(obstacle(Role.EXPERT, REGION, held(Role.CURATOR, SCHOOL))).isEqualTo(Obstacle.CURATES_FOR_THE_EXPERT);
        assertThat(obstacle(Role.EXPERT, Place.FEDERATION, held(Role.PRINCIPAL, SCHOOL))).isEqualTo(Obstacle.CURATES_FOR_THE_EXPERT);
        assertThat(obstacle(Role.EXPERT, Place.municipality(6), held(Role.CURATOR, SCHOOL))).isNull();
        assertThat(obstacle(Role.EXPERT, REGION, held(Role.EXPERT, REGION))).isNull();
    }

    @Test
    void theRightsOfAnAdministratorAreTakenByAdministratorsOnly() {
        assertThat(obstacle(Role.ADMINISTRATOR, REGION, held(Role.REGIONAL_COORDINATOR, REGION))).isEqualTo(Obstacle.NOT_AN_ADMINISTRATOR);
        assertThat(obstacle(Role.ADMINISTRATOR, Place.FEDERATION, held(Role.ADMINISTRATOR, REGION))).isEqualTo(Obstacle.NOT_AN_ADMINISTRATOR);
        assertThat(obstacle(Role.ADMINISTRATOR, REGION, held(Role.ADMINISTRATOR, Place.FEDERATION))).isNull();
    }

    @Test
    void onlyTheDaysOfTheAbsenceCount() {
        Appointment before = appointment(Role.CURATOR, SCHOOL, FIRST.minusYears(1), FIRST.minusDays(1));
        Appointment after = appointment(Role.CURATOR, SCHOOL, LAST.plusDays(1), null);
        Appointment lastDay = appointment(Role.CURATOR, SCHOOL, LAST, null);
        assertThat(obstacle(Role.PRINCIPAL, SCHOOL, before)).isNull();
        assertThat(obstacle(Role.PRINCIPAL, SCHOOL, after)).isNull();
        assertThat(obstacle(Role.PRINCIPAL, SCHOOL, lastDay)).isEqualTo(Obstacle.CURATES_THE_SCHOOL);
    }

    private static Obstacle obstacle(Role absent, Place place, Appointment ofSubstitute) {
        return new Substitution(List.of(held(absent, place)), List.of(ofSubstitute), Set.of(), SubstitutionTest::within)
            .collision(FIRST, LAST).map(Collision::obstacle).orElse(null);
    }

    private static boolean within(long school, Place place) {
        return school == 1 && Set.of(SCHOOL, Place.municipality(5), REGION, Place.FEDERATION).contains(place);
    }

    private static Appointment held(Role role, Place place) {
        return appointment(role, place, LocalDate.parse("2020-01-01"), null);
    }

    private static Appointment appointment(Role role, Place place, LocalDate from, LocalDate until) {
        return new Appointment(1, 1, role, place, from, until, null);
    }
}
