package ru.marshrut.expertise.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.expertise.persistence.SampleRows.HandDecision;
import ru.marshrut.expertise.sample.DrawingProtocol.Decision;
import ru.marshrut.expertise.sample.DrawingProtocol.Drawing;
import ru.marshrut.expertise.sample.DrawingProtocol.Line;
import ru.marshrut.expertise.sample.DrawingProtocol.Municipal;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Protocols of drawings, as a page shows them and as a file. A fixed number of statements for any number of schools. */
@Service
@Transactional(readOnly = true)
public class DrawingProtocols {

    private final SampleRows rows;
    private final SchoolYears years;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    DrawingProtocols(SampleRows rows, SchoolYears years, Territory territory, Staff staff, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    public DrawingProtocol of(Expertise expertise) {
        Region region = territory.region(expertise.regionId());
        List<SampleRows.Drawing> drawings = rows.drawings(expertise.id());
        List<HandDecision> decisions = rows.decisions(expertise.id());
        Map<Long, Person> people = staff.people(Stream.concat(drawings.stream().map(SampleRows.Drawing::drawnBy),
            decisions.stream().flatMap(one -> Stream.of(one.addedBy(), one.excludedBy()))).filter(Objects::nonNull).collect(toSet()));
        List<SampledSchool> sample = rows.all(expertise.id());
        List<Candidate> candidates = rows.candidates(expertise.id());
        Map<Long, School> schools = territory.schools(Stream.concat(candidates.stream().map(Candidate::schoolId),
            sample.stream().map(SampledSchool::schoolId)).collect(toSet()));
        String coordinator = staff.holding(Role.REGIONAL_COORDINATOR, Place.region(region.id()), clock.instant().atZone(region.zone()).toLocalDate())
            .stream().findFirst().map(Person::fullName).orElse("");
        return new DrawingProtocol(expertise, region.name(), region.zone(), municipalities(expertise, candidates, sample, schools),
            drawings.stream().map(one -> new Drawing(one.seed(), one.drawnAt(), name(people, one.drawnBy()), one.reason())).toList(),
            decisions.stream().flatMap(one -> inWords(one, schools.get(one.schoolId()).name(), people)).toList(), clock.instant(), coordinator);
    }

    public void write(Expertise expertise, OutputStream out) throws IOException {
        new DrawingProtocolWriter(messages).write(of(expertise), out);
    }

    private List<Municipal> municipalities(Expertise expertise, List<Candidate> candidates, List<SampledSchool> sample, Map<Long, School> schools) {
        Draw draw = Draw.of(expertise);
        Set<Long> drawn = draw.among(candidates);
        Map<Long, SampledSchool> sampled = sample.stream().collect(toMap(SampledSchool::schoolId, one -> one));
        Map<Long, Candidate> bySchool = candidates.stream().collect(toMap(Candidate::schoolId, one -> one));
        Set<Long> gone = years.ofSchools(schools.keySet(), expertise.year()).values().stream()
            .filter(year -> year.status() == SchoolYear.Status.LEFT || year.status() == SchoolYear.Status.MERGED).map(SchoolYear::schoolId).collect(toSet());
        Map<Long, List<School>> byMunicipality = schools.values().stream().collect(groupingBy(School::municipalityId));
        return territory.municipalitiesOf(expertise.regionId()).stream().filter(one -> byMunicipality.containsKey(one.id())).map(municipality -> {
            List<School> there = byMunicipality.get(municipality.id());
            List<Candidate> here = there.stream().map(School::id).map(bySchool::get).filter(Objects::nonNull).toList();
            List<Line> lines = new ArrayList<>(draw.inOrder(here).stream().map(lot -> new Line(lot.schoolId(), schools.get(lot.schoolId()).name(),
                bySchool.get(lot.schoolId()), lot, drawn.contains(lot.schoolId()), sampled.get(lot.schoolId()), gone.contains(lot.schoolId()))).toList());
            there.stream().filter(school -> !bySchool.containsKey(school.id())).sorted(Comparator.comparing(School::name)).forEach(school ->
                lines.add(new Line(school.id(), school.name(), null, null, false, sampled.get(school.id()), gone.contains(school.id()))));
            return new Municipal(municipality.name(), here.size(), here.isEmpty() ? 0 : draw.quota(here.size()), lines);
        }).toList();
    }

    private static Stream<Decision> inWords(HandDecision decision, String school, Map<Long, Person> people) {
        Decision added = decision.addedAt() == null ? null
            : new Decision(school, false, decision.addedReason(), name(people, decision.addedBy()), decision.addedAt());
        Decision excluded = decision.excludedAt() == null ? null
            : new Decision(school, true, decision.excludedReason(), name(people, decision.excludedBy()), decision.excludedAt());
        return Stream.of(added, excluded).filter(Objects::nonNull);
    }

    private static String name(Map<Long, Person> people, Long id) {
        return id == null ? null : people.get(id).fullName();
    }
}
