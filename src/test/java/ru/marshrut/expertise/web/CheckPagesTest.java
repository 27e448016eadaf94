package ru.marshrut.expertise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.SchoolScore.Origin;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Taught;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** Experts check a school over HTTP, blind to each other; the region compares, and everybody else learns nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CheckPagesTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SECRET = "Сроки половины мероприятий не названы";
    private static final String OWN_WORDS = "Добавьте даты к мероприятиям второго полугодия";

    @LocalServerPort
    int port;
    @Autowired
    ExpertiseStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Documents documents;
    @Autowired
    Checks checks;
    @Autowired
    TypicalRemarks catalogue;
    @Autowired
    AuditTrail audit;

    @Test
    void anExpertChecksOverHttpAndNobodyElseLearnsOfIt() throws Exception {
        Told told = story.checking(1, 3, 2);
        Taught school = told.school(0);
        SampledSchool sampled = story.sampled(told, school);
        SchoolCheck mine = checks.of(sampled.id()).get(0);
        SchoolCheck others = checks.of(sampled.id()).get(1);
        OpenTask task = story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, mine.expertId());
        Browser expert = signedIn(mine.expertId());
        Criterion programme = criterion(told, "programme");
        Criterion tasks = criterion(told, "tasks");

        String form = expert.open("/tasks/" + task.id()).body();
        assertThat(form).contains(programme.title(), "0–24 %", "частично", "Из чего посчитано", "По данным системы предлагается", "9 из 15",
            "Мероприятие 1", "выполнено и подтверждено", "не поставлены задачи", "Сдать проверку");
        assertThat(expert.open("/expertises/" + told.expertise() + "/schools/" + sampled.id() + "/facts/programme").statusCode()).isEqualTo(200);

        Map<String, String> typed = new LinkedHashMap<>(story.scores(told, 3));
        typed.replaceAll((field, value) -> field.startsWith("comment_") || field.startsWith("against_") ? "" : value);
        typed.put("points_" + tasks.id(), "1");
        typed.put("own_" + tasks.id(), OWN_WORDS);
        long typical = catalogue.offered().get(1).id();
        typed.put("remark_" + typical, "YES");
        typed.put("remarkOf_" + typical, String.valueOf(tasks.id()));
        refused(expert, task, without(typed, "points_" + programme.id()), "«" + programme.title() + "»: выберите балл.", OWN_WORDS);
        refused(expert, task, with(typed, "points_" + programme.id(), "7"), "балла 7 нет", OWN_WORDS);
        refused(expert, task, with(typed, "points_" + programme.id(), "2"), "чего не хватило до высшего балла", OWN_WORDS);
        refused(expert, task, with(with(typed, "points_" + programme.id(), "2"), "comment_" + programme.id(), SECRET), "вы выбрали 2", SECRET, OWN_WORDS);

        Map<String, Browser> neighbours = neighbours(told, school, others.expertId());
        List<StoredDocument> evidence = documents.of(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(school.year().id(), Stage.MONITORING_2));
        assertThat(evidence).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        evidence.forEach(file -> {
            all.assertThat(expert.open("/documents/" + file.id()).statusCode()).as("the expert reads").isEqualTo(200);
            all.assertThat(neighbours.get("unassigned expert").open("/documents/" + file.id()).statusCode()).as("unassigned expert").isEqualTo(404);
            all.assertThat(neighbours.get("another region's coordinator").open("/documents/" + file.id()).statusCode()).as("neighbour").isEqualTo(404);
        });
        String folder = "/documents/" + MonitoringFiles.EVIDENCE + "/" + MonitoringFiles.evidenceId(school.year().id(), Stage.MONITORING_2);
        for (String path : List.of(folder, folder + ".zip", "/school-years/" + school.year().id() + "/conversation",
            "/school-years/" + school.year().id() + "/visits", "/school-years/" + school.year().id() + "/monitoring/2")) {
            all.assertThat(expert.open(path).statusCode()).as("the expert: " + path).isEqualTo(404);
        }

        typed.put("comment_" + tasks.id(), SECRET);
        assertThat(send(expert, task, typed).statusCode()).isEqualTo(302);
        story.run();
        assertThat(checks.get(mine.id()).isDone()).isTrue();
        assertThat(checks.remarks(mine.id())).extracting(Checks.CheckRemark::criterionId, Checks.CheckRemark::text)
            .containsExactlyInAnyOrder(tuple(tasks.id(), catalogue.offered().get(1).text()), tuple(tasks.id(), OWN_WORDS));
        assertThat(checks.scores(mine.id()).get(0).suggestion().facts()).as("kept as they were").isNotEmpty();
        assertThat(expert.open("/my-checks").body()).contains(SECRET, OWN_WORDS);

        neighbours.forEach((who, neighbour) -> {
            all.assertThat(neighbour.open("/expertises/" + told.expertise() + "/schools/" + sampled.id()).statusCode()).as(who).isEqualTo(404);
            all.assertThat(neighbour.open("/tasks/" + task.id()).statusCode()).as(who).isEqualTo(404);
            all.assertThat(neighbour.call("POST", "/tasks/" + task.id() + "/draft", FORM, "own=x").statusCode()).as(who).isEqualTo(404);
            all.assertThat(neighbour.open("/my-checks").body()).as(who).doesNotContain(SECRET, OWN_WORDS, staff.person(mine.expertId()).fullName());
        });
        OpenTask othersTask = story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, others.expertId());
        all.assertThat(neighbours.get("second expert").open("/tasks/" + othersTask.id()).body())
            .doesNotContain(SECRET, OWN_WORDS, staff.person(mine.expertId()).fullName());
        all.assertThat(expert.open("/expertises/" + told.expertise() + "/schools/" + sampled.id()).statusCode()).as("the expert himself").isEqualTo(404);
        Browser observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        all.assertThat(observer.open("/expertises/" + told.expertise() + "/schools/" + sampled.id()).body())
            .contains(SECRET, OWN_WORDS, staff.person(mine.expertId()).fullName(), "9 из 15");
        all.assertAll();

        assertThatThrownBy(() -> checks.submit(mine.id(), story.viewer(mine.expertId()), CheckSheet.EMPTY)).asInstanceOf(type(Refusal.class))
            .extracting(Refusal::code).isEqualTo("expertise.checks.alreadyDone");
        assertThatThrownBy(() -> checks.submit(others.id(), story.viewer(mine.expertId()), CheckSheet.EMPTY)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> checks.sendBack(mine.id(), story.viewer(mine.expertId()), SECRET)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> checks.accept(sampled.id(), story.viewer(told.regional()), "")).asInstanceOf(type(Refusal.class))
            .extracting(Refusal::code).isEqualTo("expertise.checks.notToAccept");
    }

    @Test
    void aThirdDecidesBlindlyAndAReturnCanEndTheDispute() {
        Told told = story.checking(1, 3, 2);
        Taught school = told.school(0);
        SampledSchool sampled = story.sampled(told, school);
        Criterion programme = criterion(told, "programme");
        Criterion tasks = criterion(told, "tasks");
        SchoolCheck first = checks.of(sampled.id()).get(0);
        SchoolCheck second = checks.of(sampled.id()).get(1);
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, first.expertId()), with(story.scores(told, 3, 2), "comment_" + tasks.id(), SECRET));
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, second.expertId()), story.scores(told, 0, 1));
        assertThat(checks.isDisputed(sampled.id())).isTrue();

        OpenTask dispute = story.task(told, school, SchoolExpertiseModel.SETTLE_DISPUTE);
        String form = signedIn(dispute.onlyFor()).open("/tasks/" + dispute.id()).body();
        assertThat(form).contains("points_" + programme.id()).doesNotContain("points_" + tasks.id(), SECRET,
            staff.person(first.expertId()).fullName(), staff.person(second.expertId()).fullName());
        story.does(dispute, story.scores(told, 1));
        assertThat(checks.isDisputed(sampled.id())).isFalse();

        OpenTask acceptance = story.task(told, school, SchoolExpertiseModel.ACCEPT_CHECK);
        Browser coordinator = signedIn(told.regional());
        assertThat(coordinator.open("/tasks/" + acceptance.id()).body()).contains(SECRET, "спорная оценка", "решение третьего эксперта", "среднее, округлено в пользу школы");
        refused(coordinator, acceptance, Map.of("accepted", "NO", "comment", "Поясните"), "Отметьте, какую проверку вернуть.", "Поясните");
        refused(coordinator, acceptance, Map.of("accepted", "NO", "check", "2"), "Напишите эксперту");
        story.does(acceptance, Map.of("accepted", "NO", "check", "2", "comment", "Проверьте долю мероприятий ещё раз"));

        OpenTask rework = story.task(told, school, SchoolExpertiseModel.REWORK_CHECK);
        assertThat(rework.onlyFor()).isEqualTo(second.expertId());
        assertThat(signedIn(second.expertId()).open("/tasks/" + rework.id()).body())
            .contains("Проверьте долю мероприятий ещё раз", "Не все показатели позволяют").doesNotContain(SECRET);
        story.does(rework, story.scores(told, 2, 1));
        assertThat(audit.about(Subject.of(Expertises.SCHOOL_SUBJECT, sampled.id()))).extracting(AuditEntry::text)
            .contains("Проверка № 2, «" + programme.title() + "»: было 0, стало 2 из 3");

        story.accepts(told, school);
        List<SchoolScore> scores = checks.scoresOf(List.of(sampled.id())).get(sampled.id());
        assertThat(scores).extracting(SchoolScore::criterionId, SchoolScore::points, SchoolScore::origin)
            .contains(tuple(programme.id(), 3, Origin.MEAN), tuple(tasks.id(), 2, Origin.MEAN));
        checks.settle(sampled.id());
        assertThat(checks.scoresOf(List.of(sampled.id())).get(sampled.id())).as("settled once").isEqualTo(scores);
    }

    @Test
    void aDisputeThatComesUpAfterAReturnGoesToTheThirdOnceMore() {
        Told told = story.checking(1, 3, 2);
        Taught school = told.school(0);
        SampledSchool sampled = story.sampled(told, school);
        SchoolCheck second = checks.of(sampled.id()).get(1);
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, checks.of(sampled.id()).get(0).expertId()), story.scores(told, 3, 2));
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, second.expertId()), story.scores(told, 0, 2));
        story.does(told, school, SchoolExpertiseModel.SETTLE_DISPUTE, story.scores(told, 1));
        story.does(told, school, SchoolExpertiseModel.ACCEPT_CHECK, Map.of("accepted", "NO", "check", "2", "comment", "Посмотрите задачи"));

        story.does(told, school, SchoolExpertiseModel.REWORK_CHECK, story.scores(told, 0, 0, 2));

        OpenTask again = story.task(told, school, SchoolExpertiseModel.SETTLE_DISPUTE);
        assertThat(signedIn(again.onlyFor()).open("/tasks/" + again.id()).body())
            .contains("points_" + criterion(told, "programme").id(), "points_" + criterion(told, "tasks").id());
        story.does(again, story.scores(told, 1, 0));
        story.accepts(told, school);
        assertThat(checks.scoresOf(List.of(sampled.id())).get(sampled.id())).extracting(SchoolScore::points, SchoolScore::origin)
            .startsWith(tuple(1, Origin.THIRD), tuple(0, Origin.THIRD), tuple(2, Origin.AGREED));
    }

    private Map<String, Browser> neighbours(Told told, Taught school, long secondExpert) {
        long elsewhere = people.region();
        Map<String, Browser> neighbours = new LinkedHashMap<>();
        neighbours.put("second expert", signedIn(secondExpert));
        neighbours.put("unassigned expert", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        neighbours.put("school", signedIn(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school.school()))));
        neighbours.put("curator", signedIn(school.curator()));
        neighbours.put("municipality", signedIn(school.municipal()));
        neighbours.put("another region's coordinator", signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(elsewhere))));
        return neighbours;
    }

    private Criterion criterion(Told told, String code) {
        return story.rubric(told).of(Part.CONTENT).stream().filter(criterion -> criterion.code().equals(code)).findFirst().orElseThrow();
    }

    private static void refused(Browser browser, OpenTask task, Map<String, String> typed, String... said) {
        HttpResponse<String> answer = send(browser, task, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said);
    }

    private static HttpResponse<String> send(Browser browser, OpenTask task, Map<String, String> fields) {
        return browser.call("POST", "/tasks/" + task.id(), FORM, fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + Browser.encode(field.getValue())).collect(Collectors.joining("&")));
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> fields, String field) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return changed;
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
