package ru.marshrut.expertise.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.process.ExpertiseModel;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Taught;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** A school answers a score or a remark; the expert keeps or changes it, and both stay visible. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AppealsTest {

    private static final String PASSWORD = "возражаем-по-существу-дела";
    private static final String WORDS = "Задачи названы в разделе 2 концепции.";

    @LocalServerPort
    int port;
    @Autowired
    ExpertiseStory story;
    @Autowired
    SchoolAppeals appeals;
    @Autowired
    Checks checks;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    AuditTrail audit;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;

    private Told told;
    private Taught taught;
    private SampledSchool sampled;
    private Criterion tasks;
    private Viewer school;
    private long principal;
    private long expert;

    @BeforeEach
    void aResultIsReleased() {
        told = story.released(story.scored(story.checking(1, 1, 1), 1));
        taught = told.school(0);
        sampled = story.sampled(told, taught);
        tasks = story.rubric(told).of(Part.CONTENT).get(1);
        school = story.viewer(holder(Role.SCHOOL_COORDINATOR));
        principal = holder(Role.PRINCIPAL);
        expert = story.checks(told, taught).get(0).expertId();
    }

    @Test
    void theExpertChangesAScoreAndBothStayVisible() {
        long appeal = file(score(), WORDS);
        OpenTask task = story.task(told, ExpertiseModel.ANSWER_APPEAL);
        assertThat(task.onlyFor()).isEqualTo(expert);
        story.does(task, Map.of("decision", "CHANGE", "points", "2", "answer", "Согласен: задачи названы."));
        assertThat(appeals.get(appeal)).returns(1, Appeal::pointsBefore).returns(2, Appeal::pointsAfter).returns(true, Appeal::changed)
            .returns(expert, Appeal::decidedBy);
        assertThat(settled()).returns(2, SchoolScore::points).returns(SchoolScore.Origin.APPEAL, SchoolScore::origin);
        assertThat(appealed(score())).returns(2, Appealable::points).returns(1, Appealable::firstPoints);
        assertThat(audit.about(subject())).extracting(AuditEntry::text).anyMatch(text -> text.contains("балл изменён: было 1, стало 2"));
        for (Long reader : List.of(school.personId(), principal, taught.curator())) {
            assertThat(letter(reader)).contains(WORDS, "балл изменён: было 1, стало 2", "Согласен: задачи названы.")
                .doesNotContain(staff.person(expert).fullName());
        }
        String page = signedIn(school.personId()).open(page()).body();
        assertThat(page).contains("2 из 2", "сначала 1", "было 1, стало 2", WORDS, "Согласен: задачи названы.").doesNotContain(staff.person(expert).fullName());
        assertThat(signedIn(told.regional()).open("/expertises/" + told.expertise() + "/appeals").body())
            .contains("было 1, стало 2", WORDS, staff.person(expert).fullName());
    }

    @Test
    void whatIsKeptStaysAndMayBeAnsweredAgain() {
        file(score(), WORDS);
        refused("expertise.appeal.waits", () -> file(score(), WORDS));
        answer(Map.of("decision", "KEEP", "answer", "Сроков нет."));
        assertThat(settled()).returns(1, SchoolScore::points).returns(SchoolScore.Origin.ONE, SchoolScore::origin);
        assertThat(letter(taught.curator())).contains("оставлено без изменений", "Сроков нет.");
        file(score(), "Сроки есть в приложении.");
        assertThat(appealed(score()).appeals()).hasSize(2);
    }

    @Test
    void aRemarkIsRewordedAndThenWithdrawn() {
        About remark = remark("не поставлены задачи");
        file(remark, WORDS);
        answer(Map.of("decision", "REWORD", "remark", "поставлены не все задачи", "answer", "Уточняю."));
        assertThat(appealed(remark)).returns("не поставлены задачи", Appealable::text).returns("поставлены не все задачи", Appealable::words);
        file(remark, "Поставлены все.");
        answer(Map.of("decision", "WITHDRAW", "answer", "Вы правы."));
        assertThat(appealed(remark).isWithdrawn()).isTrue();
        refused("expertise.appeal.withdrawnAlready", () -> file(remark, WORDS));
        assertThat(signedIn(school.personId()).open(page()).body()).contains("не поставлены задачи", "поставлены не все задачи", "снято по возражению");
    }

    @Test
    void aWrongAnswerChangesNothing() {
        file(score(), WORDS);
        OpenTask task = story.task(told, ExpertiseModel.ANSWER_APPEAL);
        Map.of("expertise.appeal.noAnswer", Map.of("decision", "CHANGE", "points", "2", "answer", " "),
            "expertise.appeal.noSuchLevel", Map.of("decision", "CHANGE", "points", "3", "answer", "Да"),
            "expertise.appeal.samePoints", Map.of("decision", "CHANGE", "points", "1", "answer", "Да"),
            "expertise.appeal.notPoints", Map.of("decision", "CHANGE", "points", "два", "answer", "Да"),
            "work.form.unknownChoice", Map.of("decision", "WITHDRAW", "answer", "Да"))
            .forEach((code, fields) -> refused(code, () -> story.does(task, fields)));
        assertThat(appealed(score()).waits()).isTrue();
        assertThat(settled().points()).isEqualTo(1);
    }

    @Test
    void whoeverIsNotTheSchoolOrItsRegionFilesNothing() {
        long other = people.school(taught.municipality());
        for (Viewer stranger : List.of(story.viewer(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(other))), story.viewer(taught.curator()),
                story.viewer(taught.municipal()), story.viewer(expert), story.viewer(people.appoint(Role.OBSERVER, Place.region(told.region()))),
                story.viewer(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region()))))) {
            assertThatThrownBy(() -> appeals.file(stranger, sampled.id(), score(), WORDS)).isInstanceOf(NotYours.class);
        }
        appeals.file(story.viewer(told.regional()), sampled.id(), score(), "От имени школы");
        About unknown = new About(About.Kind.REMARK, Long.MAX_VALUE);
        assertThatThrownBy(() -> file(unknown, WORDS)).isInstanceOf(NotYours.class);
    }

    @Test
    void anotherExpertDoesNotAnswer() {
        long appeal = file(score(), WORDS);
        Viewer another = story.viewer(people.appoint(Role.EXPERT, Place.region(told.region())));
        Answer keep = new Answer(Answer.Decision.KEEP, null, "", "Нет");
        assertThatThrownBy(() -> appeals.decide(another, appeal, keep)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> appeals.decide(story.viewer(told.regional()), appeal, keep)).isInstanceOf(NotYours.class);
    }

    @Test
    void whereTheExpertIsGoneTheRegionAnswers() {
        staff.end(staff.careerOf(expert).get(0).id(), LocalDate.parse("2021-10-31"), "уволился");
        long appeal = file(score(), WORDS);
        assertThat(appeals.expertOf(appeal)).isEmpty();
        OpenTask task = story.task(told, ExpertiseModel.ANSWER_APPEAL);
        assertThat(task.onlyFor()).isNull();
        assertThat(task.responsible().role()).isEqualTo(Role.REGIONAL_COORDINATOR);
        story.does(task, Map.of("decision", "KEEP", "answer", "Оставляем."));
        assertThat(appeals.get(appeal).decidedBy()).isEqualTo(told.regional());
    }

    @Test
    void anOpenAppealIsAnsweredBeforeTheLock() {
        file(score(), WORDS);
        story.passesUntil(told, "2021-11-15");
        refused("expertise.appeal.tooLate", () -> file(remark("не определены сроки"), WORDS));
        assertThat(story.expertise(told).status()).isEqualTo(Status.RELEASED);
        assertThat(appeals.anyOpen(told.expertise())).isTrue();
        answer(Map.of("decision", "CHANGE", "points", "2", "answer", "Да."));
        story.run();
        assertThat(story.expertise(told).status()).isEqualTo(Status.LOCKED);
        assertThat(settled().points()).isEqualTo(2);
    }

    @Test
    void onTheLastDayOneMayStillAppeal() {
        story.passesUntil(told, story.expertise(told).appealsUntil().toString());
        file(score(), WORDS);
        assertThat(story.task(told, ExpertiseModel.ANSWER_APPEAL)).isNotNull();
    }

    @Test
    void beforeTheReleaseNobodyAppeals() {
        Told early = story.checking(1, 1, 1);
        SampledSchool its = story.sampled(early, early.school(0));
        refused("expertise.appeal.notReleased", () -> appeals.file(story.viewer(early.regional()), its.id(), score(), WORDS));
    }

    @Test
    void withoutATaskThereIsNoAppeal() {
        runtime.deleteProcessInstance(story.expertise(told).processInstanceId(), "lost");
        assertThatThrownBy(() -> file(score(), WORDS)).isNotInstanceOf(Refusal.class);
        assertThat(appeals.anyOpen(told.expertise())).isFalse();
        assertThat(audit.about(subject())).extracting(AuditEntry::text).noneMatch(text -> text.contains("возражение"));
    }

    @Test
    void whatWasTypedStaysAndNeighboursFindNothing() {
        Browser own = signedIn(school.personId());
        assertThat(own.open(page()).body()).contains("Возразить", tasks.title());
        String long_ = "я".repeat(SchoolAppeals.LONGEST + 1);
        HttpResponse<String> refused = post(own, score().key(), long_);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("можно не больше", long_);
        assertThat(post(own, score().key(), "").body()).contains("Возражение пустое");
        assertThat(post(own, "SCORE-x", WORDS).statusCode()).isEqualTo(404);
        assertThat(post(own, score().key(), WORDS).statusCode()).isEqualTo(302);
        assertThat(own.open(page()).body()).contains("ждёт ответа", WORDS);

        long other = people.school(people.municipality(told.region()));
        Browser neighbour = signedIn(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(other)));
        assertThat(neighbour.open(page()).statusCode()).isEqualTo(404);
        assertThat(post(neighbour, score().key(), WORDS).statusCode()).isEqualTo(404);
        for (Browser below : List.of(own, neighbour, signedIn(taught.municipal()), signedIn(expert))) {
            assertThat(below.open("/expertises/" + told.expertise() + "/appeals").statusCode()).isEqualTo(404);
        }
        assertThat(signedIn(expert).open(page()).statusCode()).isEqualTo(404);
        OpenTask task = story.task(told, ExpertiseModel.ANSWER_APPEAL);
        assertThat(signedIn(expert).open("/tasks/" + task.id()).body()).contains(WORDS, tasks.title(), "Ваш балл при проверке")
            .doesNotContain(school.fullName());
    }

    private About score() {
        return new About(About.Kind.SCORE, tasks.id());
    }

    private About remark(String text) {
        return new About(About.Kind.REMARK, jdbc.sql("insert into check_remark (check_id, criterion_id, text) values (?, ?, ?) returning id")
            .params(story.checks(told, taught).get(0).id(), tasks.id(), text).query(Long.class).single());
    }

    private long file(About about, String words) {
        return appeals.file(school, sampled.id(), about, words);
    }

    private void answer(Map<String, String> fields) {
        story.does(told, ExpertiseModel.ANSWER_APPEAL, fields);
    }

    private Appealable appealed(About about) {
        return appeals.one(story.expertise(told), sampled, about);
    }

    private SchoolScore settled() {
        return checks.scoresOf(List.of(sampled.id())).get(sampled.id()).stream().filter(score -> score.criterionId() == tasks.id()).findFirst().orElseThrow();
    }

    private Subject subject() {
        return Subject.of(Expertises.SCHOOL_SUBJECT, sampled.id());
    }

    private String letter(long person) {
        return jdbc.sql("select text from letter where recipient_id = ? and template = 'appeal-answered' order by id desc limit 1").param(person)
            .query(String.class).single();
    }

    private long holder(Role role) {
        return staff.holding(role, Place.school(taught.school()), LocalDate.parse(ExpertiseStory.OPENED)).get(0).id();
    }

    private String page() {
        return "/schools/" + taught.school() + "/expertise/" + told.expertise() + "/appeals";
    }

    private HttpResponse<String> post(Browser browser, String about, String words) {
        return browser.call("POST", page(), "application/x-www-form-urlencoded", "about=" + about + "&words=" + Browser.encode(words));
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(staff.person(person).email(), PASSWORD);
        return browser;
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
