package ru.marshrut.expertise.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.appeals.About;
import ru.marshrut.expertise.appeals.Answer;
import ru.marshrut.expertise.appeals.Appealable;
import ru.marshrut.expertise.appeals.SchoolAppeals;
import ru.marshrut.expertise.process.AppealTasks;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The expert keeps what he gave or changes it; of other experts he sees nothing but what the school has in the end. */
@Component
class AnswerAppeal implements StepForm {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final AppealTasks tasks;
    private final SchoolAppeals appeals;
    private final Expertises expertises;
    private final Samples samples;
    private final Checks checks;
    private final Territory territory;
    private final MessageSource messages;

    AnswerAppeal(AppealTasks tasks, SchoolAppeals appeals, Expertises expertises, Samples samples, Checks checks, Territory territory,
                 MessageSource messages) {
        this.tasks = tasks;
        this.appeals = appeals;
        this.expertises = expertises;
        this.samples = samples;
        this.checks = checks;
        this.territory = territory;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "expertise/answer-appeal";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Appeal appeal = appeals.get(tasks.appealOf(task.id()));
        Appealable appealed = appealed(appeal);
        Map<String, Object> model = new HashMap<>();
        model.put("appeal", appeal);
        model.put("appealed", appealed);
        model.put("school", territory.school(samples.get(appeal.sampledSchoolId()).schoolId()).name());
        model.put("own", appeal.isAboutScore() ? checks.scores(appeals.checkOf(appeal.id()).id()).stream()
            .filter(score -> score.criterionId() == appeal.criterionId()).findFirst().orElse(null) : null);
        model.put("decisions", decisions(About.of(appeal).kind()));
        model.put("levels", appeal.isAboutScore() ? levels(appealed.criterion()) : Map.of());
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Appeal appeal = appeals.get(tasks.appealOf(task.id()));
        return appeal.isAboutScore() ? FormInput.EMPTY : FormInput.of(Map.of("remark", appealed(appeal).words()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Answer.Decision decision = input.choice("decision", Answer.Decision.class);
        Integer points = decision == Answer.Decision.CHANGE ? points(input.required("points")) : null;
        appeals.decide(viewer, tasks.appealOf(task.id()), new Answer(decision, points, input.text("remark"), input.text("answer")));
        return Map.of();
    }

    private Appealable appealed(Appeal appeal) {
        SampledSchool school = samples.get(appeal.sampledSchoolId());
        Expertise expertise = expertises.get(school.expertiseId());
        return appeals.one(expertise, school, About.of(appeal));
    }

    private Map<String, String> decisions(About.Kind kind) {
        Map<String, String> decisions = new LinkedHashMap<>();
        List<Answer.Decision> offered = kind == About.Kind.SCORE ? List.of(Answer.Decision.KEEP, Answer.Decision.CHANGE)
            : List.of(Answer.Decision.KEEP, Answer.Decision.REWORD, Answer.Decision.WITHDRAW);
        offered.forEach(one -> decisions.put(one.name(), messages.getMessage("expertise.appeal.decision." + kind + "." + one, null, RUSSIAN)));
        return decisions;
    }

    private Map<String, String> levels(Criterion criterion) {
        Map<String, String> levels = new LinkedHashMap<>();
        criterion.levels().forEach(level -> levels.put(String.valueOf(level.points()),
            level.words() == null ? String.valueOf(level.points()) : level.points() + " — " + level.words()));
        return levels;
    }

    private static int points(String typed) {
        if (typed.matches("\\d{1,4}")) {
            return Integer.parseInt(typed);
        }
        throw Refusal.ofField("points", "expertise.appeal.notPoints", typed);
    }
}
