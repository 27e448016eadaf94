package ru.marshrut.expertise.steps;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class ApproveAssignments implements StepForm {

    /** @param experts empty where nobody was found */
    record Line(String school, String municipality, String experts) {}

    private final Expertises expertises;
    private final Samples samples;
    private final Checks checks;
    private final SampleNames names;
    private final Staff staff;

    ApproveAssignments(Expertises expertises, Samples samples, Checks checks, SampleNames names, Staff staff) {
        this.expertises = expertises;
        this.samples = samples;
        this.checks = checks;
        this.names = names;
        this.staff = staff;
    }

    @Override
    public String form() {
        return "expertise/approve-assignments";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long id = Long.parseLong(task.businessKey());
        List<SampledSchool> sample = samples.of(id);
        Map<Long, List<SchoolCheck>> given = checks.ofAll(sample.stream().map(SampledSchool::id).toList());
        Map<Long, Person> people = staff.people(given.values().stream().flatMap(List::stream).map(SchoolCheck::expertId).filter(Objects::nonNull)
            .distinct().toList());
        Map<Long, String> experts = given.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
            .map(SchoolCheck::expertId).filter(Objects::nonNull).map(expert -> people.get(expert).fullName()).collect(joining(", "))));
        return Map.of("expertise", expertises.get(id), "lines", names.of(sample).stream()
            .map(school -> new Line(school.school(), school.municipality(), experts.getOrDefault(school.id(), ""))).toList());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        expertises.approveAssignments(viewer, Long.parseLong(task.businessKey()));
        return Map.of();
    }
}
