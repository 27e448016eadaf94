package ru.marshrut.administration.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The territory to look at: from the region down to a school and a person. */
@Controller
@RequestMapping("/territory")
class TerritoryPages {

    private static final int MOST_FOUND = 50;

    /** An appointment with the words around it. */
    record AppointmentLine(Appointment appointment, Person person, String place, String link, boolean current, boolean mayEnd) {}

    record ConflictLine(School other, String reason) {}

    private final Territory territory;
    private final Staff staff;
    private final Histories histories;
    private final Keeping keeping;

    TerritoryPages(Territory territory, Staff staff, Histories histories, Keeping keeping) {
        this.territory = territory;
        this.staff = staff;
        this.histories = histories;
        this.keeping = keeping;
    }

    /** Leads to what the viewer coordinates; several territories are offered as a list. */
    @GetMapping
    String start(Model model) {
        Viewer viewer = keeping.viewer();
        List<Place> places = viewer.appointments().stream().map(Appointment::place).distinct().filter(keeping::coordinates).toList();
        List<Region> regions = places.contains(Place.FEDERATION) ? territory.regions()
            : places.stream().filter(place -> place.level() == Level.REGION).map(place -> territory.region(place.id())).toList();
        List<Municipality> municipalities = places.stream().filter(place -> place.level() == Level.MUNICIPALITY)
            .map(place -> territory.municipality(place.id())).toList();
        if (places.isEmpty()) {
            throw new NotYours("territory of person", viewer.personId());
        }
        if (regions.size() + municipalities.size() == 1) {
            return regions.isEmpty() ? "redirect:/territory/municipalities/" + municipalities.get(0).id()
                : "redirect:/territory/regions/" + regions.get(0).id();
        }
        model.addAttribute("regions", regions);
        model.addAttribute("municipalities", municipalities);
        return "administration/territories";
    }

    @GetMapping("/regions/{id}")
    String region(@PathVariable long id, @RequestParam(defaultValue = "") String q, Model model) {
        Place place = Place.region(id);
        keeping.requireCoordinator(place);
        LocalDate today = keeping.today(id);
        Overview overview = Overview.of(staff, place, today);
        List<School> schools = territory.schoolsWithin(place);
        Map<Long, List<School>> byMunicipality = schools.stream().collect(groupingBy(School::municipalityId));
        List<Municipality> municipalities = territory.municipalitiesOf(id);
        model.addAttribute("region", territory.region(id));
        model.addAttribute("municipalities", municipalities.stream()
            .map(municipality -> overview.line(municipality, byMunicipality.getOrDefault(municipality.id(), List.of()))).toList());
        model.addAttribute("schoolCount", schools.size());
        model.addAttribute("q", q.strip());
        model.addAttribute("found", q.isBlank() ? List.of() : found(schools, q).map(overview::line).toList());
        addAppointments(model, place, id, today, Stream.of(Role.REGIONAL_COORDINATOR, Role.EXPERT, Role.OBSERVER, Role.ADMINISTRATOR));
        return "administration/region";
    }

    private static Stream<School> found(List<School> schools, String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return schools.stream()
            .filter(s -> s.code().toLowerCase(Locale.ROOT).contains(wanted) || s.name().toLowerCase(Locale.ROOT).contains(wanted))
            .limit(MOST_FOUND);
    }

    @GetMapping("/municipalities/{id}")
    String municipality(@PathVariable long id, Model model) {
        Place place = Place.municipality(id);
        keeping.requireCoordinator(place);
        Municipality municipality = territory.municipality(id);
        LocalDate today = keeping.today(municipality.regionId());
        Overview overview = Overview.of(staff, place, today);
        model.addAttribute("municipality", municipality);
        model.addAttribute("region", territory.region(municipality.regionId()));
        model.addAttribute("seesRegion", keeping.coordinates(Place.region(municipality.regionId())));
        model.addAttribute("schools", territory.schoolsWithin(place).stream().map(overview::line).toList());
        addAppointments(model, place, municipality.regionId(), today, Stream.of(Role.MUNICIPAL_COORDINATOR, Role.EXPERT, Role.OBSERVER));
        return "administration/municipality";
    }

    @GetMapping("/schools/{id}")
    String school(@PathVariable long id, Model model) {
        Place place = Place.school(id);
        keeping.requireSight(place);
        School school = territory.school(id);
        LocalDate today = keeping.today(school.regionId());
        boolean coordinates = keeping.coordinates(place);
        model.addAttribute("school", school);
        model.addAttribute("municipality", territory.municipality(school.municipalityId()));
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("line", Overview.of(staff, place, today).line(school));
        addAppointments(model, place, school.regionId(), today, Stream.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR));
        model.addAttribute("directions", territory.riskDirections());
        Map<Integer, Set<String>> risks = territory.riskHistory(id);
        model.addAttribute("risks", risks);
        if (!model.containsAttribute("riskYear")) {
            model.addAttribute("riskYear", today.getYear());
        }
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", risks.getOrDefault((Integer) model.getAttribute("riskYear"), Set.of()));
        }
        List<Territory.Conflict> conflicts = coordinates ? territory.conflictsOf(id) : List.of();
        Map<Long, School> others = territory.schools(
            conflicts.stream().flatMap(conflict -> Stream.of(conflict.schoolId(), conflict.otherSchoolId())).distinct().toList());
        model.addAttribute("conflicts", conflicts.stream().map(conflict -> new ConflictLine(
            others.get(conflict.schoolId() == id ? conflict.otherSchoolId() : conflict.schoolId()), conflict.reason())).toList());
        if (!model.containsAttribute("conflictForm")) {
            model.addAttribute("conflictForm", new ConflictForm("", ""));
        }
        model.addAttribute("history", coordinates ? histories.about(Subject.of("school", id)) : List.of());
        model.addAttribute("zone", territory.region(school.regionId()).zone());
        return "administration/school";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Model model) {
        Person person;
        try {
            person = staff.person(id);
        } catch (NoSuchElementException e) {
            throw new NotYours("person", id);
        }
        List<Appointment> career = staff.careerOf(id);
        Stream<Place> places = Stream.concat(career.stream().map(Appointment::place),
            person.regionId() == null ? Stream.empty() : Stream.of(Place.region(person.regionId())));
        if (keeping.viewer().personId() != id && places.distinct().noneMatch(keeping::coordinates)) {
            throw new NotYours("person", id);
        }
        model.addAttribute("person", person);
        List<AppointmentLine> lines = career.stream()
            .map(appointment -> line(appointment, person, person.regionId() == null ? LocalDate.MIN : keeping.today(person.regionId()))).toList();
        List<AppointmentLine> current = lines.stream().filter(AppointmentLine::current).toList();
        model.addAttribute("appointments", lines);
        model.addAttribute("mayEnterAbsence", !current.isEmpty() && current.stream().allMatch(AppointmentLine::mayEnd));
        model.addAttribute("employments", territory.schools(staff.employmentsOf(id)).values());
        return "administration/person";
    }

    private void addAppointments(Model model, Place place, long regionId, LocalDate today, Stream<Role> roles) {
        List<Appointment> appointments = staff.historyOf(place);
        Map<Long, Person> people = staff.people(appointments.stream().map(Appointment::personId).distinct().toList());
        List<AppointmentLine> current = new ArrayList<>();
        List<AppointmentLine> past = new ArrayList<>();
        for (Appointment appointment : appointments) {
            AppointmentLine line = line(appointment, people.get(appointment.personId()), today);
            (line.current() ? current : past).add(line);
        }
        model.addAttribute("current", current);
        model.addAttribute("past", past);
        model.addAttribute("today", today);
        model.addAttribute("roles", roles.filter(role -> keeping.hasSayOver(role, place)).toList());
        model.addAttribute("appointAt", link(place) + "/appointments");
        if (!model.containsAttribute("appointmentForm")) {
            model.addAttribute("appointmentForm", AppointmentForm.startingOn(today));
        }
    }

    /** Current are those that have not ended, also those that have not begun. */
    private AppointmentLine line(Appointment appointment, Person person, LocalDate today) {
        boolean current = appointment.endsOn() == null || !appointment.endsOn().isBefore(today);
        Place place = appointment.place();
        return new AppointmentLine(appointment, person, name(place), link(place), current,
            current && place.level() != Level.FEDERATION && keeping.hasSayOver(appointment.role(), place));
    }

    private String name(Place place) {
        return switch (place.level()) {
            case FEDERATION -> keeping.text("administration.federation");
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            case SCHOOL -> territory.school(place.id()).name();
        };
    }

    static String link(Place place) {
        return switch (place.level()) {
            case FEDERATION -> "/territory";
            case REGION -> "/territory/regions/" + place.id();
            case MUNICIPALITY -> "/territory/municipalities/" + place.id();
            case SCHOOL -> "/territory/schools/" + place.id();
        };
    }
}
