package ru.marshrut.expertise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Assignments;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.experts.ExpertConflicts;
import ru.marshrut.expertise.experts.ExpertInvitations;
import ru.marshrut.expertise.process.ExpertiseModel;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.expertise.sample.Candidate;
import ru.marshrut.expertise.sample.Draw;
import ru.marshrut.expertise.sample.SampleChanges;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** Samples and assignments in a running expertise, as the region's coordinator, experts and neighbours meet them. */
@SpringBootTest
@AutoConfigureMockMvc
class SampleAndExpertsPagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final long SEED = 77;

    @Autowired
    MockMvc web;
    @Autowired
    ExpertiseStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Samples samples;
    @Autowired
    SampleChanges changes;
    @Autowired
    Assignments assignments;
    @Autowired
    ExpertConflicts conflicts;
    @Autowired
    ExpertInvitations invitations;
    @Autowired
    Participations participations;
    @Autowired
    Absences absences;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions show(MockHttpSession session, String page) throws Exception {
        return web.perform(get(page).session(session));
    }

    private ResultActions send(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.session(session).with(csrf()));
    }

    /** So many schools of each of two municipalities are drawn from three. */
    private Told drawn(int each, int experts, int expertsPerSchool) {
        Told told = story.aRegion(2, 3, experts);
        return story.opened(told, new Expertises.Terms(told.region(), ExpertiseStory.YEAR, 2, null, SampleRule.COUNT, each, false, SEED, expertsPerSchool, 1,
            LocalDate.parse(ExpertiseStory.UNTIL), ExpertiseStory.APPEAL_DAYS));
    }

    private Told assigned(int each, int experts, int expertsPerSchool) {
        Told told = drawn(each, experts, expertsPerSchool);
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        return told;
    }

    private Set<Long> schools(Told told) {
        return samples.of(told.expertise()).stream().map(SampledSchool::schoolId).collect(Collectors.toSet());
    }

    private static String page(Told told, String part) {
        return "/expertises/" + told.expertise() + "/" + part;
    }

    private static Set<Long> counted(Told told, long seed, int each) {
        return new Draw(seed, SampleRule.COUNT, each).among(told.schools().stream()
            .map(school -> new Candidate(school.school(), school.year().id(), school.municipality(), 1)).toList());
    }

    private Viewer coordinator(Told told) {
        return story.viewer(told.regional());
    }

    private SchoolCheck onlyCheck(Told told, SampledSchool school) {
        return story.checks(told, told.schools().stream().filter(one -> one.school() == school.schoolId()).findFirst().orElseThrow()).get(0);
    }

    @Test
    void theSampleIsWhatAnyoneCountsFromItsSeed() throws Exception {
        Told told = drawn(2, 1, 1);
        MockHttpSession session = signedIn(told.regional());

        assertThat(schools(told)).isEqualTo(counted(told, SEED, 2));
        samples.draw(told.expertise());
        assertThat(samples.all(told.expertise())).as("it is drawn once").hasSize(4);
        show(session, page(told, "sample")).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Выборка школ"),
            containsString("по 2 из каждого муниципалитета"), containsString(">77<"), containsString("по жребию"), containsString("Составить заново"),
            not(containsString("??")))));
        show(session, page(told, "sample/protocol.docx")).andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void drawingAgainIsTriedFirstAndKeepsWhatWasDecidedByHand() throws Exception {
        Told told = drawn(1, 1, 1);
        MockHttpSession session = signedIn(told.regional());
        SampledSchool first = samples.of(told.expertise()).get(0);
        long added = told.schools().stream().map(ExpertiseStory.Taught::school).filter(id -> !schools(told).contains(id)).findFirst().orElseThrow();
        String exclusion = page(told, "sample/schools/" + first.id() + "/exclusion");

        send(session, post(exclusion).param("reason", " ")).andExpect(flash().attribute("refused", startsWith("Напишите причину")));
        send(session, post(exclusion).param("reason", "Школа на ремонте")).andExpect(flash().attribute("done", startsWith("Школа исключена")));
        send(session, post(exclusion).param("reason", "Ещё раз")).andExpect(flash().attribute("refused", containsString("уже исключена")));
        send(session, post(page(told, "sample/schools")).param("reason", "Без школы")).andExpect(flash().attribute("refused", startsWith("Выберите школу")));
        send(session, post(page(told, "sample/schools")).param("school", String.valueOf(added)).param("reason", "Просьба округа"))
            .andExpect(redirectedUrl(page(told, "sample"))).andExpect(flash().attribute("done", startsWith("Школа добавлена")));
        long seed = 1;
        while (counted(told, seed, 1).equals(counted(told, SEED, 1))) {
            seed++;
        }
        show(session, page(told, "sample?seed=сто")).andExpect(content().string(containsString("Укажите целое число")));
        Set<Long> before = schools(told);
        show(session, page(told, "sample?seed=" + seed)).andExpect(content().string(containsString("жребий выберет школ: 2 из 6")));
        assertThat(schools(told)).as("a dry run").isEqualTo(before);
        send(session, post(page(told, "sample/drawing")).param("seed", "77").param("reason", "То же")).andExpect(flash().attribute("refused", containsString("уже использовано")));
        send(session, post(page(told, "sample/drawing")).param("seed", String.valueOf(seed)).param("reason", "Выбрали при всех"))
            .andExpect(flash().attribute("done", startsWith("Выборка составлена заново")));

        Set<Long> expected = new HashSet<>(counted(told, seed, 1));
        expected.remove(first.schoolId());
        expected.add(added);
        assertThat(schools(told)).isEqualTo(expected);
        show(session, page(told, "sample")).andExpect(content().string(allOf(containsString("Школа на ремонте"), containsString("Просьба округа"),
            containsString("Выбрали при всех"), containsString("Все жеребьёвки"))));
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        send(session, post(page(told, "sample/drawing")).param("seed", "5").param("reason", "Поздно")).andExpect(flash().attribute("refused", startsWith("Выборка уже утверждена")));
    }

    @Test
    void aSchoolAddedBeforeTheApprovalGetsItsExpertAtOnceAndLaterNone() {
        Told told = assigned(1, 2, 1);
        long added = told.schools().stream().map(ExpertiseStory.Taught::school).filter(id -> !schools(told).contains(id)).findFirst().orElseThrow();
        long late = told.schools().stream().map(ExpertiseStory.Taught::school).filter(id -> id != added && !schools(told).contains(id)).findFirst().orElseThrow();

        changes.add(coordinator(told), told.expertise(), added, "Просьба округа");

        SampledSchool school = samples.of(told.expertise()).stream().filter(one -> one.schoolId() == added).findFirst().orElseThrow();
        assertThat(onlyCheck(told, school).expertId()).isIn(told.experts());
        story.does(told, ExpertiseModel.APPROVE_ASSIGNMENTS, Map.of());
        assertThatThrownBy(() -> changes.add(coordinator(told), told.expertise(), late, "Забыли"))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("expertise.sample.addedTooLate"));
        assertThatThrownBy(() -> changes.add(coordinator(drawn(1, 1, 1)), told.expertise(), late, "Чужая")).isInstanceOf(NotYours.class);
    }

    @Test
    void aSchoolThatLeavesOrIsExcludedIsNotCheckedAnyMore() {
        Told told = assigned(3, 2, 1);
        List<Long> ids = told.schools().stream().map(ExpertiseStory.Taught::school).toList();
        LocalDate day = LocalDate.parse(ExpertiseStory.OPENED);
        participations.takePart(ids, ExpertiseStory.YEAR, day, "приказ 1");
        participations.leave(ids.subList(0, 1), ExpertiseStory.YEAR, day, "Школа закрыта");
        assertThat(story.sampled(told, told.school(0)).excludedReason()).isEqualTo("Школа закрыта");
        story.does(told, ExpertiseModel.APPROVE_ASSIGNMENTS, Map.of());
        assertThat(story.openSteps(told, told.school(1))).contains(SchoolExpertiseModel.CHECK_SCHOOL);

        participations.leave(ids.subList(1, 2), ExpertiseStory.YEAR, day, "Школа слита");
        changes.exclude(coordinator(told), told.expertise(), story.sampled(told, told.school(2)).id(), "Пожар");
        story.run();

        assertThat(story.openSteps(told, told.school(1))).isEmpty();
        assertThat(story.openSteps(told, told.school(2))).isEmpty();
        assertThat(story.openSteps(told, told.school(3))).isNotEmpty();
        assertThat(samples.of(told.expertise())).hasSize(3);
        assertThat(jdbc.sql("select count(*) from audit_entry where type = 'expertise.schoolExcluded' and subject_type = 'expertise' and subject_id = ?")
            .param(String.valueOf(told.expertise())).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void nobodyChecksASchoolThatHeCuratesWorksInOrIsInConflictWith() throws Exception {
        Told told = drawn(3, 4, 2);
        long curating = told.experts().get(0);
        long working = told.experts().get(1);
        long related = told.experts().get(2);
        long curated = told.school(0).school();
        long workplace = told.school(1).school();
        long friends = told.school(2).school();
        staff.end(staff.careerOf(told.school(0).curator()).get(0).id(), LocalDate.of(2021, 3, 31), "Смена");
        staff.appoint(curating, Role.CURATOR, Place.school(curated), LocalDate.of(2021, 4, 1), "№ 5");
        staff.end(staff.careerOf(curating).get(0).id(), LocalDate.of(2021, 6, 30), "Смена"); // he curated it in that year
        staff.employ(working, workplace);
        conflicts.declare(story.viewer(related), friends, "Там работает брат");
        people.alsoAppoint(told.experts().get(3), Role.OBSERVER, Place.region(told.region()));
        long standing = people.appoint(Role.EXPERT, Place.municipality(told.school(0).municipality()));
        long away = told.school(3).curator();
        story.itIs(ExpertiseStory.OPENED);
        absences.enter(away, standing, LocalDate.parse("2021-11-02"), LocalDate.parse("2021-11-10"), Absence.Kind.VACATION);

        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());

        Map<Long, List<Long>> experts = samples.of(told.expertise()).stream().collect(Collectors.toMap(SampledSchool::schoolId,
            school -> story.checks(told, told.schools().stream().filter(one -> one.school() == school.schoolId()).findFirst().orElseThrow()).stream()
                .map(SchoolCheck::expertId).toList()));
        assertThat(experts.get(curated)).doesNotContain(curating);
        assertThat(experts.get(workplace)).doesNotContain(working);
        assertThat(experts.get(friends)).doesNotContain(related);
        assertThat(experts.get(told.school(3).school())).doesNotContain(standing);
        assertThat(experts.values()).allSatisfy(two -> assertThat(two).hasSize(2).doesNotHaveDuplicates().doesNotContain(told.experts().get(3)));
        assertThat(experts.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(expert -> expert, Collectors.counting())).values())
            .containsOnly(3L);
        show(signedIn(told.regional()), page(told, "experts")).andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString("курирует школу или курировал её в этом году"), containsString("работает в школе"), containsString("заявлен конфликт интересов"),
            containsString("Там работает брат"), containsString("как координатор, администратор или наблюдатель"), not(containsString("??")))));
    }

    @Test
    void whatCannotBeAssignedWaitsForTheCoordinatorWhoInvitesAnExpert() throws Exception {
        Told told = drawn(1, 1, 1);
        long school = samples.of(told.expertise()).get(0).schoolId();
        conflicts.declare(story.viewer(told.experts().get(0)), school, "Там работает сестра");
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        MockHttpSession session = signedIn(told.regional());
        show(session, page(told, "experts")).andExpect(content().string(allOf(containsString("не хватает экспертов: 1"), containsString("Распределить школы без эксперта"))));
        assertThatThrownBy(() -> assignments.requireApprovable(told.expertise()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("expertise.assignment.incomplete"));

        long federal = people.appoint(Role.EXPERT, Place.FEDERATION);
        String address = staff.person(federal).email();
        String invite = page(told, "experts/invitations");
        send(session, post(invite).param("email", "nobody@example.test").param("reason", "Нужен"))
            .andExpect(flash().attribute("refused", startsWith("Участника с почтой «nobody@example.test» нет")));
        send(session, post(invite).param("email", staff.person(told.school(0).curator()).email()).param("reason", "Нужен"))
            .andExpect(flash().attribute("refused", containsString("не назначен экспертом")));
        send(session, post(invite).param("email", staff.person(told.experts().get(0)).email()).param("reason", "Нужен"))
            .andExpect(flash().attribute("refused", containsString("приглашение не нужно")));
        send(session, post(invite).param("email", address).param("reason", "")).andExpect(flash().attribute("refused", startsWith("Напишите причину")));
        send(session, post(invite).param("email", address).param("reason", "Своих не хватает")).andExpect(flash().attribute("done", startsWith("Приглашение отправлено")));
        assertThat(jdbc.sql("select count(*) from letter where recipient_id = ? and template = 'expert-invitation'").param(federal).query(Integer.class).single())
            .isEqualTo(1);
        MockHttpSession guest = signedIn(federal);
        show(guest, page(told, "experts")).andExpect(status().isNotFound());
        show(guest, page(told, "sample")).andExpect(status().isNotFound());

        send(session, post(page(told, "experts/assignment"))).andExpect(flash().attribute("done", startsWith("Эксперты распределены")));

        assertThat(onlyCheck(told, samples.of(told.expertise()).get(0)).expertId()).isEqualTo(federal);
        assignments.requireApprovable(told.expertise());
        send(session, post(page(told, "experts/invitations/" + federal + "/withdrawal")).param("reason", "Уже не нужен"))
            .andExpect(flash().attribute("refused", containsString("ещё проверяет школы")));
        changes.exclude(coordinator(told), told.expertise(), samples.of(told.expertise()).get(0).id(), "Школа на ремонте");
        send(session, post(page(told, "experts/invitations/" + federal + "/withdrawal")).param("reason", "Уже не нужен"))
            .andExpect(flash().attribute("done", startsWith("Приглашение отозвано")));
        assertThat(invitations.of(told.expertise())).isEmpty();
    }

    @Test
    void aCheckIsHandedOnAndTheTaskWithIt() throws Exception {
        Told told = assigned(1, 3, 1);
        story.does(told, ExpertiseModel.APPROVE_ASSIGNMENTS, Map.of());
        SampledSchool school = samples.of(told.expertise()).get(0);
        SchoolCheck check = onlyCheck(told, school);
        conflicts.declare(story.viewer(check.expertId()), school.schoolId(), "Там учится дочь");
        long other = told.experts().stream().filter(expert -> !expert.equals(check.expertId())).findFirst().orElseThrow();
        MockHttpSession session = signedIn(told.regional());
        String handing = page(told, "experts/checks/" + check.id());

        show(session, page(told, "experts?check=" + check.id())).andExpect(content().string(allOf(containsString("Передать проверку:"),
            containsString("нужно передать другому"), containsString("заявлен конфликт интересов"))));
        send(session, post(handing).param("reason", "Конфликт")).andExpect(flash().attribute("refused", startsWith("Выберите эксперта")));
        send(session, post(handing).param("expert", String.valueOf(other))).andExpect(flash().attribute("refused", startsWith("Напишите, почему")))
            .andExpect(redirectedUrl(page(told, "experts?check=" + check.id())));
        send(session, post(handing).param("expert", String.valueOf(told.school(0).curator())).param("reason", "Кто угодно"))
            .andExpect(flash().attribute("refused", startsWith("Этот эксперт не может")));
        send(session, post(handing).param("expert", String.valueOf(other)).param("reason", "Конфликт")).andExpect(flash().attribute("done", startsWith("Проверка передана")));

        assertThat(onlyCheck(told, school).expertId()).isEqualTo(other);
        assertThat(story.openTasks(told).stream().filter(task -> Long.valueOf(school.schoolId()).equals(task.schoolId()))
            .filter(task -> task.step().equals(SchoolExpertiseModel.CHECK_SCHOOL)).map(task -> task.onlyFor())).containsExactly(other);
        send(session, post(page(told, "experts/assignment"))).andExpect(flash().attribute("refused", startsWith("Распределять экспертов можно")));
    }

    @Test
    void theThirdIsAnotherExpertWithTheLeastLoad() {
        Told told = assigned(3, 4, 2);
        SampledSchool school = samples.of(told.expertise()).get(0);

        assertThat(assignments.appointThird(school.id())).isTrue();
        assertThat(assignments.appointThird(school.id())).as("run twice").isTrue();

        List<SchoolCheck> checks = story.checks(told, told.schools().stream().filter(one -> one.school() == school.schoolId()).findFirst().orElseThrow());
        assertThat(checks).extracting(SchoolCheck::number).containsExactly(1, 2, 3);
        assertThat(checks).extracting(SchoolCheck::expertId).doesNotHaveDuplicates().allSatisfy(expert -> assertThat(told.experts()).contains(expert));
        Told small = assigned(1, 2, 2);
        assertThat(assignments.appointThird(samples.of(small.expertise()).get(0).id())).as("nobody is left").isFalse();
    }

    @Test
    void anExpertDeclaresHisConflictsAndTakesThemBack() throws Exception {
        Told told = drawn(1, 1, 1);
        long expert = told.experts().get(0);
        long school = told.school(0).school();
        MockHttpSession session = signedIn(expert);

        show(session, "/my/conflicts?region=" + told.region() + "&municipality=" + told.school(0).municipality())
            .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Заявить о конфликте"), containsString("value=\"" + school + "\""),
                not(containsString("??")))));
        show(session, "/my/conflicts?region=999999&municipality=5").andExpect(status().isOk());
        send(session, post("/my/conflicts").param("reason", "Брат")).andExpect(flash().attribute("refused", startsWith("Выберите школу")));
        send(session, post("/my/conflicts").param("school", "999999999").param("reason", "Брат")).andExpect(flash().attribute("refused", startsWith("Выберите школу")));
        send(session, post("/my/conflicts").param("school", String.valueOf(school)).param("reason", "Там работает брат"))
            .andExpect(flash().attribute("done", startsWith("Конфликт интересов записан")));
        send(session, post("/my/conflicts").param("school", String.valueOf(school)).param("reason", "Ещё раз")).andExpect(flash().attribute("refused", containsString("уже заявлен")));
        long conflict = conflicts.own(story.viewer(expert)).get(0).id();

        assertThatThrownBy(() -> conflicts.withdraw(coordinator(told), conflict, "Не верю")).as("his own").isInstanceOf(NotYours.class);
        send(session, post("/my/conflicts/" + conflict + "/withdrawal").param("reason", " ")).andExpect(flash().attribute("refused", startsWith("Напишите причину")));
        send(session, post("/my/conflicts/" + conflict + "/withdrawal").param("reason", "Брат уволился")).andExpect(flash().attribute("done", startsWith("Конфликт интересов снят")));
        assertThat(conflicts.own(story.viewer(expert))).isEmpty();

        conflicts.record(coordinator(told), told.expertise(), expert, school, "Сообщил округ");
        long recorded = conflicts.own(story.viewer(expert)).get(0).id();
        send(session, post("/my/conflicts/" + recorded + "/withdrawal").param("reason", "Неправда")).andExpect(status().isNotFound());
        send(signedIn(told.regional()), post(page(told, "experts/conflicts/" + recorded + "/withdrawal")).param("reason", "Ошиблись"))
            .andExpect(flash().attribute("done", startsWith("Конфликт интересов снят")));
    }

    @Test
    void neighboursAndExpertsGetNothing() throws Exception {
        Told told = assigned(1, 2, 1);
        Told neighbour = drawn(1, 1, 1);
        SampledSchool school = samples.of(told.expertise()).get(0);
        for (long person : List.of(neighbour.regional(), told.experts().get(0), told.school(0).municipal(), told.school(0).curator())) {
            MockHttpSession session = signedIn(person);
            for (String part : List.of("sample", "sample?seed=5", "sample/protocol.docx", "experts")) {
                show(session, page(told, part)).andExpect(status().isNotFound());
            }
            for (String part : List.of("sample/drawing", "sample/schools", "sample/schools/" + school.id() + "/exclusion", "experts/assignment",
                "experts/checks/" + onlyCheck(told, school).id(), "experts/invitations", "experts/invitations/5/withdrawal", "experts/conflicts")) {
                send(session, post(page(told, part)).param("reason", "Хочу")).andExpect(status().isNotFound());
            }
        }
        show(signedIn(told.regional()), "/my/conflicts").andExpect(status().isNotFound());
        MockHttpSession other = signedIn(neighbour.regional());
        send(other, post(page(neighbour, "sample/schools/" + school.id() + "/exclusion")).param("reason", "Чужая")).andExpect(status().isNotFound());
        send(other, post(page(neighbour, "experts/checks/" + onlyCheck(told, school).id())).param("reason", "Чужая")).andExpect(status().isNotFound());
        MockHttpSession observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        show(observer, page(told, "sample")).andExpect(status().isOk()).andExpect(content().string(not(containsString("Исключить"))));
        send(observer, post(page(told, "experts/assignment"))).andExpect(status().isNotFound());
    }
}
