package ru.marshrut.expertise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Accounts;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.TypicalRemarks.TypicalRemark;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** What administrators do with rubrics and remarks. Nothing of it stays: what is published is every other test's too. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Transactional
class RubricPagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    Rubrics rubrics;
    @Autowired
    TypicalRemarks remarks;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    AuditTrail audit;

    private Rubric published;
    private MockHttpSession administrator;

    @BeforeEach
    void anAdministrator() throws Exception {
        published = rubrics.latest(2).stream().filter(rubric -> rubric.code().equals("2022-stage-2")).findFirst().orElseThrow();
        administrator = signedIn(people.appoint(Role.ADMINISTRATOR, Place.FEDERATION));
    }

    @Test
    void aCoordinatorReadsWhatIsItemisedAndNobodyElseDoes() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())));
        page(coordinator, "/").andExpect(content().string(containsString("href=\"/admin/rubrics\"")));
        page(coordinator, "/admin/rubrics").andExpect(content().string(allOf(containsString("расписано 9 из 15 баллов"), containsString("максимум 5 баллов"))));
        page(coordinator, show(published)).andExpect(content().string(allOf(containsString("Формулировка задач эффективная"),
            containsString("В опубликованной рубрике расписано 9 из 15 баллов"), containsString("75–100 %"), containsString("слова не опубликованы"),
            not(containsString("Новая версия")))));
        page(coordinator, "/admin/rubrics/remarks").andExpect(content().string(allOf(containsString("не поставлены задачи"), not(containsString("Добавить замечание")))));
        send(coordinator, show(published) + "/draft").andExpect(status().isNotFound());
        web.perform(post("/admin/rubrics/remarks?text=x&source=y").session(coordinator).with(csrf())).andExpect(status().isNotFound());

        long draft = draft();
        web.perform(get("/admin/rubrics/" + draft).session(coordinator)).andExpect(status().isNotFound());
        web.perform(get("/admin/rubrics/" + draft + "/edit").session(coordinator)).andExpect(status().isNotFound());
        for (String change : List.of("", "/publish", "/discard")) {
            send(coordinator, "/admin/rubrics/" + draft + change).andExpect(status().isNotFound());
        }

        long region = people.region();
        MockHttpSession expert = signedIn(people.appoint(Role.EXPERT, Place.region(region)));
        MockHttpSession school = signedIn(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(people.school(people.municipality(region)))));
        MockHttpSession regionalAdministrator = signedIn(people.appoint(Role.ADMINISTRATOR, Place.region(region)));
        for (String address : List.of("/admin/rubrics", show(published), "/admin/rubrics/remarks")) {
            web.perform(get(address).session(expert)).andExpect(status().isNotFound());
            web.perform(get(address).session(school)).andExpect(status().isNotFound());
        }
        send(regionalAdministrator, show(published) + "/draft").andExpect(status().isNotFound());
    }

    @Test
    void aNewVersionIsDraftedChangedAndPublishedAndTheOldOneStays() throws Exception {
        long draft = draft();
        assertThat(draft()).as("one draft at a time").isEqualTo(draft);
        page(administrator, "/admin/rubrics/" + draft).andExpect(content().string(allOf(containsString("черновик"), containsString("Формулировка задач эффективная"))));
        assertThat(rubrics.latest(2)).as("a draft is used by nobody").contains(published);

        List<Criterion> criteria = new ArrayList<>(published.criteria());
        int at = criteria.size();
        MockHttpServletRequestBuilder form = form(draft, criteria).param("criteria[1].removed", "true")
            .param(at(at, "code"), "dates").param(at(at, "part"), "CONTENT").param(at(at, "title"), "Определены сроки мероприятий")
            .param(at(at, "maximum"), "2").param(at(at, "levels"), "0 — нет\n1 — частично\n2 — да").param(at(at, "source"), "Письмо 7")
            .param(at(at, "facts"), "").param(at(at + 1, "title"), "");
        web.perform(form).andExpect(flash().attribute("done", "Черновик сохранён."));
        page(administrator, "/admin/rubrics/" + draft).andExpect(content().string(allOf(containsString("Определены сроки мероприятий"),
            not(containsString("Формулировка задач эффективная")))));
        send(administrator, "/admin/rubrics/" + draft + "/publish").andExpect(flash().attributeExists("done"));

        Rubric next = rubrics.get(draft);
        assertThat(next.version()).isEqualTo(published.version() + 1);
        assertThat(next.of(Part.CONTENT)).extracting(Criterion::code).containsExactly("programme", "indicators", "evidence", "dates");
        assertThat(next.criterion(next.of(Part.CONTENT).get(3).id()).levels()).extracting(Criterion.Level::words).containsExactly("нет", "частично", "да");
        assertThat(rubrics.get(published.id())).as("a given score never changes").isEqualTo(published);
        assertThat(rubrics.latest(2)).contains(next).doesNotContain(published);

        send(administrator, "/admin/rubrics/" + draft + "/publish").andExpect(flash().attribute("refused", containsString("уже опубликована")));
        send(administrator, "/admin/rubrics/" + draft + "/discard").andExpect(flash().attribute("refused", containsString("уже опубликована")));
        web.perform(form(draft, criteria)).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("уже опубликована")));
        web.perform(get("/admin/rubrics/" + draft + "/edit").session(administrator)).andExpect(status().isNotFound());
        assertThat(audit.about(Subject.of("rubric", published.code()))).extracting(AuditEntry::text)
            .containsExactly("Начат черновик версии 2", "Изменён черновик версии 2", "Опубликована версия 2");
        page(administrator, "/admin/rubrics/" + draft).andExpect(content().string(containsString("Опубликована версия 2")));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        long draft = draft();
        web.perform(form(draft, published.criteria()).param(at(7, "code"), "сроки").param(at(7, "title"), "Определены сроки").param(at(7, "maximum"), "два")
                .param(at(7, "levels"), "0-24%"))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("Критерий 8: максимум «два» — не число"), containsString("value=\"сроки\""),
                containsString("Определены сроки"), containsString("0-24%"), containsString("name=\"criteria[7].maximum\" value=\"два\" aria-invalid=\"true\""))));
        web.perform(form(draft, published.criteria()).param(at(7, "code"), "dates").param(at(7, "title"), "Определены сроки").param(at(7, "maximum"), "2")
                .param(at(7, "levels"), "0-24%"))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("строка «0-24%» не понята")));
        web.perform(form(draft, published.criteria()).param(at(7, "code"), "tasks").param(at(7, "title"), "Определены сроки").param(at(7, "maximum"), "1")
                .param(at(7, "levels"), "0\n1").param(at(7, "source"), "Письмо"))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("обозначение «tasks» уже есть")));
        web.perform(form(draft, published.criteria()).param("declaredContent", "много"))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("«много» — не число")));
        assertThat(audit.about(Subject.of("rubric", published.code()))).hasSize(1);
    }

    @Test
    void aDraftIsThrownAway() throws Exception {
        long draft = draft();
        send(administrator, "/admin/rubrics/" + draft + "/discard").andExpect(flash().attributeExists("done"));
        web.perform(get("/admin/rubrics/" + draft).session(administrator)).andExpect(status().isNotFound());
        page(administrator, show(published)).andExpect(content().string(containsString("Удалён черновик версии 2")));
    }

    @Test
    void aRemarkIsAddedRetiredAndBroughtBack() throws Exception {
        web.perform(post("/admin/rubrics/remarks").param("text", " не указаны ответственные ").param("source", "Письмо 7").session(administrator).with(csrf()))
            .andExpect(flash().attributeExists("done"));
        TypicalRemark added = remarks.offered().stream().filter(remark -> remark.text().equals("не указаны ответственные")).findFirst().orElseThrow();
        send(administrator, "/admin/rubrics/remarks/" + added.id() + "/retire").andExpect(flash().attributeExists("done"));
        assertThat(remarks.offered()).doesNotContain(added);
        page(administrator, "/admin/rubrics/remarks").andExpect(content().string(containsString("не предлагается с")));
        send(administrator, "/admin/rubrics/remarks/" + added.id() + "/offer").andExpect(flash().attributeExists("done"));
        assertThat(remarks.offered()).contains(added);
        assertThat(audit.about(Subject.of(TypicalRemarks.SUBJECT, "all"))).extracting(AuditEntry::text).contains(
            "Добавлено замечание «не указаны ответственные»", "Больше не предлагается замечание «не указаны ответственные»",
            "Снова предлагается замечание «не указаны ответственные»");
        send(administrator, "/admin/rubrics/remarks/-1/retire").andExpect(status().isNotFound());
        web.perform(post("/admin/rubrics/remarks").param("text", "Не поставлены задачи").param("source", "Письмо 8").session(administrator).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("уже есть в перечне"), containsString("Письмо 8"))));
        web.perform(post("/admin/rubrics/remarks").param("text", "иное").session(administrator).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Укажите, откуда взято замечание")));
    }

    private long draft() throws Exception {
        String address = send(administrator, show(published) + "/draft").andReturn().getResponse().getRedirectedUrl();
        page(administrator, address);
        return Long.parseLong(address.replaceAll("\\D", ""));
    }

    private MockHttpServletRequestBuilder form(long draft, List<Criterion> criteria) {
        MockHttpServletRequestBuilder form = post("/admin/rubrics/" + draft).session(administrator).with(csrf())
            .param("title", published.title()).param("source", published.source());
        for (int i = 0; i < criteria.size(); i++) {
            Criterion one = criteria.get(i);
            form.param(at(i, "code"), one.code()).param(at(i, "part"), one.part().name()).param(at(i, "title"), one.title())
                .param(at(i, "maximum"), String.valueOf(one.maximum())).param(at(i, "source"), one.source())
                .param(at(i, "facts"), one.facts() == null ? "" : one.facts().name())
                .param(at(i, "levels"), one.levels().stream().map(level -> level.words() == null ? "" + level.points() : level.points() + " — " + level.words())
                    .collect(Collectors.joining("\r\n")));
        }
        return form;
    }

    private static String at(int index, String field) {
        return "criteria[" + index + "]." + field;
    }

    private static String show(Rubric rubric) {
        return "/admin/rubrics/" + rubric.id();
    }

    private ResultActions page(MockHttpSession who, String address) throws Exception {
        return web.perform(get(address).session(who)).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpSession who, String address) throws Exception {
        return web.perform(post(address).session(who).with(csrf()));
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD)).andReturn()
            .getRequest().getSession();
    }
}
