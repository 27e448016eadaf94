package ru.marshrut.testing;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Made territories and people for tests; every call makes new ones. */
@Component
@Transactional
public class MadePeople {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Territory territory;
    private final Staff staff;

    MadePeople(Territory territory, Staff staff) {
        this.territory = territory;
        this.staff = staff;
    }

    public long region() {
        int n = COUNT.incrementAndGet();
        return territory.addRegion("T" + n, "Пробный край " + n, "Europe/Moscow");
    }

    public long municipality(long regionId) {
        return territory.addMunicipality(regionId, "Вымышленный район " + COUNT.incrementAndGet());
    }

    /** A school with a coordinator and a principal, and risks activated in 2022. */
    public long school(long municipalityId, String... risks) {
        int n = COUNT.incrementAndGet();
        long school = territory.addSchool(municipalityId, "sch" + n, "Школа № " + n, Settlement.VILLAGE);
        territory.activateRisks(school, 2022, Set.of(risks));
        appoint(Role.SCHOOL_COORDINATOR, Place.school(school));
        appoint(Role.PRINCIPAL, Place.school(school));
        return school;
    }

    public long appoint(Role role, Place place) {
        long person = person();
        staff.appoint(person, role, place, LONG_AGO, "№ " + person);
        return person;
    }

    public void alsoAppoint(long person, Role role, Place place) {
        staff.appoint(person, role, place, LONG_AGO, "№ " + person);
    }

    public long person() {
        int n = COUNT.incrementAndGet();
        return staff.addPerson(null, "Пробный Участник " + n, "person" + n + "@example.test", "+7 900 000-00-" + String.format("%02d", n % 100));
    }
}
