package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.persistence.CheckRows;
import ru.marshrut.expertise.persistence.CheckRows.Given;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;

/** What an expert was given to check, and what he gave; nothing of what others gave. */
@Controller
class MyChecksPage {

    private final CheckRows rows;
    private final Checks checks;
    private final Rubrics rubrics;
    private final ExpertiseAccess access;
    private final OwedTasks owed;
    private final Territory territory;
    private final Viewers viewers;

    MyChecksPage(CheckRows rows, Checks checks, Rubrics rubrics, ExpertiseAccess access, OwedTasks owed, Territory territory, Viewers viewers) {
        this.rows = rows;
        this.checks = checks;
        this.rubrics = rubrics;
        this.access = access;
        this.owed = owed;
        this.territory = territory;
        this.viewers = viewers;
    }

    /** @param task what is to be done now, or null */
    record Line(Given check, School school, String region, Rubric rubric, OpenTask task, List<Score> scores, List<CheckRemark> remarks) {

        public int points() {
            return scores.stream().mapToInt(Score::points).sum();
        }
    }

    @GetMapping("/my-checks")
    String show(Model model) {
        Viewer viewer = viewers.current();
        Set<Long> experts = access.expertsOf(viewer);
        if (experts.isEmpty()) {
            throw new NotYours("expert", viewer.personId());
        }
        model.addAttribute("lines", lines(experts));
        return "expertise/my-checks";
    }

    private List<Line> lines(Set<Long> experts) {
        List<Given> given = rows.given(experts);
        List<Long> ids = given.stream().map(Given::id).toList();
        Map<Long, List<Score>> scores = checks.scoresOfChecks(ids);
        Map<Long, List<CheckRemark>> remarks = checks.remarksOfChecks(ids);
        Map<Long, School> schools = territory.schools(given.stream().map(Given::schoolId).distinct().toList());
        Map<Long, Rubric> known = new HashMap<>();
        Map<Long, String> regions = new HashMap<>();
        Map<String, OpenTask> tasks = owed.ofAll(SchoolExpertiseModel.KEY, given.stream().map(one -> String.valueOf(one.sampledSchoolId())).distinct().toList())
            .stream().filter(task -> task.onlyFor() != null && experts.contains(task.onlyFor())).collect(toMap(OpenTask::businessKey, task -> task, (one, other) -> one));
        return given.stream().map(one -> new Line(one, schools.get(one.schoolId()),
            regions.computeIfAbsent(one.regionId(), region -> territory.region(region).name()), known.computeIfAbsent(one.rubricId(), rubrics::get),
            one.isDone() ? null : tasks.get(String.valueOf(one.sampledSchoolId())), scores.getOrDefault(one.id(), List.of()),
            remarks.getOrDefault(one.id(), List.of()))).toList();
    }
}
