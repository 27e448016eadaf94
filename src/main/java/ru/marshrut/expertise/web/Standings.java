package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.process.ExpertiseModel;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Tasks;

/** How far an expertise is, counted from its sample, its checks and its open tasks. */
@Component
class Standings {

    /**
     * @param late     open checks whose last day is over
     * @param disputes schools whose experts differ by more than the step, settled ones too
     */
    record Standing(int schools, int settled, int checks, int done, int late, int disputes, List<Turn> turns) {}

    /**
     * What is waited for.
     *
     * @param task   the viewer's own, the most urgent first; null where it is not his turn
     * @param school as {@code task}; null for the whole expertise
     */
    record Turn(String title, Role role, int open, int overdue, String task, String school) {}

    private final Samples samples;
    private final Checks checks;
    private final OpenTasks open;
    private final OwedTasks owed;
    private final Tasks tasks;
    private final Territory territory;
    private final Clock clock;

    Standings(Samples samples, Checks checks, OpenTasks open, OwedTasks owed, Tasks tasks, Territory territory, Clock clock) {
        this.samples = samples;
        this.checks = checks;
        this.open = open;
        this.owed = owed;
        this.tasks = tasks;
        this.territory = territory;
        this.clock = clock;
    }

    Standing of(Expertise expertise, Viewer viewer) {
        List<SampledSchool> sample = samples.of(expertise.id());
        List<SchoolCheck> given = checks.ofAll(sample.stream().map(SampledSchool::id).toList()).values().stream().flatMap(Collection::stream).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
        return new Standing(sample.size(), (int) sample.stream().filter(school -> school.settledAt() != null).count(), given.size(),
            (int) given.stream().filter(SchoolCheck::isDone).count(),
            (int) given.stream().filter(check -> !check.isDone() && check.until().isBefore(today)).count(),
            (int) given.stream().filter(SchoolCheck::settlesDispute).count(), turns(expertise, sample, viewer));
    }

    private List<Turn> turns(Expertise expertise, List<SampledSchool> sample, Viewer viewer) {
        Map<String, List<OpenTask>> bySteps = Stream.concat(open.of(ExpertiseModel.KEY, String.valueOf(expertise.id())).stream(),
                owed.ofAll(SchoolExpertiseModel.KEY, sample.stream().map(school -> String.valueOf(school.id())).toList()).stream())
            .collect(groupingBy(OpenTask::step, LinkedHashMap::new, toList()));
        return bySteps.values().stream().map(same -> turn(same, viewer)).toList();
    }

    private Turn turn(List<OpenTask> same, Viewer viewer) {
        OpenTask first = same.get(0);
        OpenTask own = same.stream().filter(task -> tasks.mayDo(task, viewer)).findFirst().orElse(null);
        return new Turn(first.title(), first.responsible().role(), same.size(), (int) same.stream().filter(task -> task.overdueAt(clock.instant())).count(),
            own == null ? null : own.id(), own == null || own.schoolId() == null ? null : territory.school(own.schoolId()).name());
    }
}
