package ru.marshrut.administration.staffing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Accounts;
import ru.marshrut.administration.invitations.Invitations;
import ru.marshrut.notification.Incidents;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Participant;
import ru.marshrut.territory.Partnerships;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Looks at the staff of a territory; a fixed number of statements, however many schools and people. */
@Service
@Transactional(readOnly = true)
public class StaffingReview {

    private final Territory territory;
    private final Staff staff;
    private final Populations populations;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Incidents incidents;
    private final Invitations invitations;
    private final Clock clock;
    private final int most;

    StaffingReview(Territory territory, Staff staff, Populations populations, Partnerships partnerships, Accounts accounts, Incidents incidents,
                   Invitations invitations, Clock clock, @Value("${marshrut.staffing.most-schools:5}") int most) {
        this.territory = territory;
        this.staff = staff;
        this.populations = populations;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.incidents = incidents;
        this.invitations = invitations;
        this.clock = clock;
        this.most = most;
    }

    /**
     * @param most    schools that one curator is to have, the setting {@code marshrut.staffing.most-schools}
     * @param invited when people without an account were last invited
     * @param assumed whether all schools count, see {@link Participants#assumed}
     */
    public record Reviewed(int year, LocalDate on, int most, List<Finding> findings, Map<Long, Person> people, Map<Long, School> schools,
                           Map<Long, String> municipalities, Map<Long, Instant> invited, int schoolCount, boolean assumed) {

        public List<Finding> of(Concern concern) {
            return findings.stream().filter(one -> one.concern() == concern).toList();
        }
    }

    /** @param place a region or a municipality; curators' schools are counted in the whole region */
    public Reviewed of(Place place) {
        long regionId = place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId();
        Place region = Place.region(regionId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(regionId).zone());
        List<School> schools = territory.schoolsWithin(region);
        Participants participants = populations.within(region, today.getYear(), today, clock.instant());
        List<Appointment> appointments = staff.appointmentsWithin(region, today);
        Set<Long> appointed = appointments.stream().map(Appointment::personId).collect(toSet());
        Set<Long> withoutAccount = accounts.withoutAccount(appointed);
        Staffing staffing = new Staffing(schools, participants.schools().stream().map(Participant::schoolId).collect(toSet()), appointments,
            staff.appointmentsWithin(region, today.plusDays(Staffing.DAYS_BEFORE_END + 1)),
            staff.employedAt(schools.stream().map(School::id).toList()), partnerships.partnersIn(regionId), withoutAccount,
            incidents.refusedAmong(appointed).keySet());
        Map<Long, School> byId = schools.stream().collect(toMap(School::id, school -> school));
        List<Finding> findings = staffing.findings(most, today).stream().filter(one -> concerns(one, place, byId)).toList();
        Map<Long, String> municipalities = territory.municipalitiesOf(regionId).stream().collect(toMap(one -> one.id(), one -> one.name()));
        return new Reviewed(today.getYear(), today, most, findings, staff.people(findings.stream().map(Finding::personId)
            .filter(Objects::nonNull).collect(toSet())), byId, municipalities, invitations.lastInvited(withoutAccount),
            (int) participants.schools().stream().filter(one -> place.equals(region) || one.municipalityId() == place.id()).count(), participants.assumed());
    }

    private static boolean concerns(Finding finding, Place place, Map<Long, School> schools) {
        if (place.level() == Level.REGION) {
            return true;
        }
        return finding.place().equals(place) || isIn(finding.place(), place, schools)
            || finding.others().stream().anyMatch(school -> isIn(Place.school(school), place, schools));
    }

    private static boolean isIn(Place school, Place municipality, Map<Long, School> schools) {
        return school.level() == Level.SCHOOL && schools.containsKey(school.id()) && schools.get(school.id()).municipalityId() == municipality.id();
    }
}
