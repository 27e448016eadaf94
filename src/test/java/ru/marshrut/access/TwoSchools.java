package ru.marshrut.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** A region with a municipality and two schools, «ours» and «the neighbour's», and their people; all made. */
record TwoSchools(long regionId, long municipalityId, long oursId, long neighboursId, Someone coordinator, Someone principal,
        Someone neighbour, Someone municipal, Someone regional) {

    static final String PASSWORD = "три весёлых чижа";

    private static final Set<String> WITH_ACCOUNT = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger COUNT = new AtomicInteger();

    record Someone(long id, String email, long appointmentId) {

        String userId() {
            return EngineIdentities.userId(id);
        }

        /** Hashing a password is slow by intent, so only those who sign in get one. */
        void giveAccount(Accounts accounts) {
            if (WITH_ACCOUNT.add(email)) {
                accounts.setPassword(id, PASSWORD);
            }
        }
    }

    static TwoSchools inANewRegion(Territory territory, Staff staff, Clock clock) {
        int n = COUNT.incrementAndGet();
        long region = territory.addRegion("A" + n, "Область доступа " + n, "Europe/Moscow");
        long municipality = territory.addMunicipality(region, "Муниципалитет доступа " + n);
        long ours = territory.addSchool(municipality, "our" + n, "Школа наша " + n, Settlement.CITY);
        long neighbours = territory.addSchool(municipality, "nei" + n, "Школа соседская " + n, Settlement.VILLAGE);
        return new TwoSchools(region, municipality, ours, neighbours,
            someone("coordinator", n, region, Role.SCHOOL_COORDINATOR, Place.school(ours), staff, clock),
            someone("principal", n, region, Role.PRINCIPAL, Place.school(ours), staff, clock),
            someone("neighbour", n, region, Role.SCHOOL_COORDINATOR, Place.school(neighbours), staff, clock),
            someone("municipal", n, region, Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality), staff, clock),
            someone("regional", n, region, Role.REGIONAL_COORDINATOR, Place.region(region), staff, clock));
    }

    static Someone administrator(Staff staff, Clock clock) {
        return someone("administrator", COUNT.incrementAndGet(), null, Role.ADMINISTRATOR, Place.FEDERATION, staff, clock);
    }

    private static Someone someone(String word, int n, Long region, Role role, Place place, Staff staff, Clock clock) {
        String email = word + n + "@access.example";
        long id = staff.addPerson(region, "Тестова Анна Примеровна", email, null);
        long appointment = staff.appoint(id, role, place, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(10), null);
        return new Someone(id, email, appointment);
    }
}
