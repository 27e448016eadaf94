package ru.marshrut.administration.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Settlement;

/** Three schools in two municipalities: 11 and 12 in municipality 1, 13 in municipality 2. */
class StaffingTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 4, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);
    private static final int ANNA = 101;
    private static final int BORIS = 102;

    private final List<School> schools = List.of(school(11, 1), school(12, 1), school(13, 2));
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<Appointment> soon = new ArrayList<>();
    private Set<Long> participants = Set.of(11L, 12L, 13L);
    private Map<Long, Set<Long>> employed = Map.of();
    private Map<Long, Set<Long>> partners = Map.of();
    private Set<Long> withoutAccount = Set.of();
    private Set<Long> refused = Set.of();

    @Test
    void eachSchoolThatTakesPartNeedsItsThreePeopleAndEachMunicipalityACoordinator() {
        participants = Set.of(11L, 13L);
        holds(ANNA, Role.CURATOR, Place.school(11), null);
        holds(BORIS, Role.MUNICIPAL_COORDINATOR, Place.municipality(1), null);

        assertThat(places(Concern.NO_CURATOR)).containsExactly(Place.school(13));
        assertThat(places(Concern.NO_COORDINATOR)).containsExactly(Place.school(11), Place.school(13));
        assertThat(places(Concern.NO_PRINCIPAL)).containsExactly(Place.school(11), Place.school(13));
        assertThat(places(Concern.NO_MUNICIPAL_COORDINATOR)).containsExactly(Place.municipality(2));
    }

    @Test
    void aCuratorMayHaveAsManySchoolsAsTheSettingSays() {
        for (long school : List.of(11L, 12L, 13L)) {
            holds(ANNA, Role.CURATOR, Place.school(school), null);
        }
        assertThat(of(Concern.TOO_MANY_SCHOOLS, 3)).isEmpty();
        assertThat(of(Concern.TOO_MANY_SCHOOLS, 2)).singleElement().satisfies(one -> assertThat(one.others()).containsExactly(11L, 12L, 13L));
    }

    @Test
    void peopleWithoutAccountOrMailAreNamedOnce() {
        holds(ANNA, Role.CURATOR, Place.school(11), null);
        holds(ANNA, Role.CURATOR, Place.school(12), null);
        holds(BORIS, Role.PRINCIPAL, Place.school(11), null);
        withoutAccount = Set.of((long) ANNA);
        refused = Set.of((long) BORIS);
        assertThat(of(Concern.NO_ACCOUNT, 5)).extracting(Finding::personId).containsExactly((long) ANNA);
        assertThat(of(Concern.MAIL_REFUSED, 5)).extracting(Finding::personId).containsExactly((long) BORIS);
    }

    @Test
    void aCuratorWorksNeitherInHisSchoolNorInItsPartner() {
        holds(ANNA, Role.CURATOR, Place.school(11), null);
        holds(ANNA, Role.SCHOOL_COORDINATOR, Place.school(13), null);
        employed = Map.of(11L, Set.of((long) ANNA));
        partners = Map.of(11L, Set.of(13L), 13L, Set.of(11L));
        assertThat(places(Concern.CURATES_WHERE_EMPLOYED)).containsExactly(Place.school(11));
        assertThat(of(Concern.CURATES_PARTNER, 5)).singleElement().isEqualTo(Finding.of(Concern.CURATES_PARTNER, Place.school(11), ANNA, List.of(13L)));
    }

    @Test
    void aMunicipalCoordinatorWhoCuratesOrExecutesInHisMunicipalityIsShown() {
        holds(ANNA, Role.MUNICIPAL_COORDINATOR, Place.municipality(1), null);
        holds(ANNA, Role.CURATOR, Place.school(11), null);
        holds(ANNA, Role.CURATOR, Place.school(13), null);
        holds(BORIS, Role.MUNICIPAL_COORDINATOR, Place.municipality(2), null);
        holds(BORIS, Role.PRINCIPAL, Place.school(13), null);
        employed = Map.of(13L, Set.of((long) BORIS));
        assertThat(of(Concern.COORDINATES_AND_CURATES, 5)).containsExactly(Finding.of(Concern.COORDINATES_AND_CURATES, Place.municipality(1), ANNA, List.of(11L)));
        assertThat(of(Concern.EXECUTES_AND_CONTROLS, 5)).containsExactly(Finding.of(Concern.EXECUTES_AND_CONTROLS, Place.municipality(2), BORIS, List.of(13L)));
    }

    @Test
    void anEndIsToldThirtyDaysBeforeUnlessSomebodyFollows() {
        holds(ANNA, Role.CURATOR, Place.school(11), TODAY.plusDays(30));
        holds(ANNA, Role.CURATOR, Place.school(12), TODAY.plusDays(31));
        holds(BORIS, Role.PRINCIPAL, Place.school(11), TODAY.plusDays(5));
        soon.add(new Appointment(99, 103, Role.PRINCIPAL, Place.school(11), TODAY.plusDays(6), null, "№ 2"));
        assertThat(of(Concern.ENDS_SOON, 5)).singleElement()
            .isEqualTo(new Finding(Concern.ENDS_SOON, Place.school(11), (long) ANNA, Role.CURATOR, List.of(), TODAY.plusDays(30)));
    }

    @Test
    void aCuratorOfASchoolThatLeftIsShown() {
        participants = Set.of(11L, 12L);
        holds(ANNA, Role.CURATOR, Place.school(11), null);
        holds(ANNA, Role.CURATOR, Place.school(13), null);
        assertThat(places(Concern.CURATES_FORMER_PARTICIPANT)).containsExactly(Place.school(13));
    }

    private void holds(long person, Role role, Place place, LocalDate until) {
        appointments.add(new Appointment(appointments.size() + 1, person, role, place, LONG_AGO, until, "№ 1"));
    }

    private List<Place> places(Concern concern) {
        return of(concern, 5).stream().map(Finding::place).toList();
    }

    private List<Finding> of(Concern concern, int most) {
        return new Staffing(schools, participants, appointments, soon, employed, partners, withoutAccount, refused).findings(most, TODAY).stream()
            .filter(one -> one.concern() == concern).toList();
    }

    private static School school(long id, long municipality) {
        return new School(id, 1, municipality, "sch" + id, "Школа № " + id, Settlement.VILLAGE);
    }
}
