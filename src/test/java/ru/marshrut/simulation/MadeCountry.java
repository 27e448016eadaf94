package ru.marshrut.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Regions of at most 64 schools, as the country has them: 5,400 schools in 85 regions. */
class MadeCountry {

    static final int SCHOOLS_OF_A_REGION = 64;
    private static final int SCHOOLS_OF_A_MUNICIPALITY = 8;
    private static final int SCHOOLS_OF_A_CURATOR = 4;
    private static final LocalDate LONG_AGO = LocalDate.of(2021, 9, 1);

    private final Territory territory;
    private final Staff staff;

    MadeCountry(Territory territory, Staff staff) {
        this.territory = territory;
        this.staff = staff;
    }

    /** @param municipals coordinators of the municipalities, {@code curators} in the order of their schools */
    record MadeRegion(long id, long regional, List<Long> municipalities, List<Long> municipals, List<Long> curators, List<Long> schools) {}

    @Transactional
    MadeRegion region(int number, int schools) {
        long region = territory.addRegion("S" + number, "Пробный край " + number, "Europe/Moscow");
        long regional = person(region, "region" + number);
        staff.appoint(regional, Role.REGIONAL_COORDINATOR, Place.region(region), LONG_AGO, "№ 1");
        List<Long> municipalities = new ArrayList<>();
        List<Long> municipals = new ArrayList<>();
        List<Long> curators = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < schools; n++) {
            String key = number + "-" + n;
            if (n % SCHOOLS_OF_A_MUNICIPALITY == 0) {
                municipalities.add(territory.addMunicipality(region, "Вымышленный район " + key));
                municipals.add(person(region, "district" + key));
                staff.appoint(last(municipals), Role.MUNICIPAL_COORDINATOR, Place.municipality(last(municipalities)), LONG_AGO, "№ 2");
            }
            if (n % SCHOOLS_OF_A_CURATOR == 0) {
                curators.add(person(region, "curator" + key));
            }
            long school = territory.addSchool(last(municipalities), "sch" + key, "Школа № " + key, Settlement.values()[n % 3]);
            staff.appoint(person(region, "school" + key), Role.SCHOOL_COORDINATOR, Place.school(school), LONG_AGO, "№ 3");
            staff.appoint(last(curators), Role.CURATOR, Place.school(school), LONG_AGO, "№ 4");
            ids.add(school);
        }
        return new MadeRegion(region, regional, municipalities, municipals, curators, ids);
    }

    private long person(long region, String name) {
        return staff.addPerson(region, "Пробный Участник " + name, name + "@example.test", null);
    }

    private static long last(List<Long> ids) {
        return ids.get(ids.size() - 1);
    }
}
