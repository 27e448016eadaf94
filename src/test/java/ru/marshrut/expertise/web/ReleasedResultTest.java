package ru.marshrut.expertise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import ru.marshrut.access.Accounts;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.process.ExpertiseModel;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Taught;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** A result from its last score to its lock, as those concerned and their neighbours see it. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ReleasedResultTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    ExpertiseStory story;
    @Autowired
    Results results;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    AuditTrail audit;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc web;

    @Test
    void nothingIsToldBeforeTheReleaseAndEachSchoolItsOwnAfterIt() throws Exception {
        Told told = story.checking(3, 3, 1);
        Taught first = told.school(0);
        int[][] points = {{3, 2, 1, 0}, {3, 1, 1, 2}, {2, 2, 2, 1}};
        for (int at = 0; at < points.length; at++) {
            story.checked(told, told.school(at), points[at]);
            story.accepts(told, told.school(at));
        }
        assertThatThrownBy(() -> results.approve(told.expertise(), story.viewer(told.regional()), ""))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("expertise.result.organisationMissing"));
        assertThatThrownBy(() -> story.does(told, ExpertiseModel.SCORE_ORGANISATION, Map.of()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).startsWith("points_"));
        story.does(told, ExpertiseModel.SCORE_ORGANISATION, story.organisation(told, 1));

        long coordinator = holder(Role.SCHOOL_COORDINATOR, first);
        long neighbour = holder(Role.SCHOOL_COORDINATOR, told.school(1));
        String schoolPage = "/schools/" + first.school() + "/expertise/" + told.expertise();
        String letter = schoolPage + "/letter.docx";
        String regionPage = "/expertises/" + told.expertise() + "/result";
        String report = "/expertises/" + told.expertise() + "/report";
        for (long person : List.of(coordinator, first.curator(), first.municipal())) {
            assertThat(List.of(code(person, schoolPage), code(person, letter), code(person, regionPage), code(person, report)))
                .containsOnly(404);
        }
        assertThat(letters(told)).isEmpty();
        assertThat(page(told.regional(), regionPage)).contains("2,67", "сумма баллов 8, школ: 3", "сумма баллов <span>20</span>", "6,67 из 9", "9 из 15");

        assertThatThrownBy(() -> story.does(told, ExpertiseModel.RELEASE_RESULT, Map.of()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("confirmed"));
        story.released(told);

        String expert = staff.person(story.checks(told, first).get(0).expertId()).fullName();
        assertThat(page(coordinator, schoolPage)).contains("6 из 9", "9 из 15", "Не все показатели позволяют судить о результате").doesNotContain(expert);
        assertThat(List.of(code(first.curator(), schoolPage), code(first.municipal(), schoolPage), code(coordinator, letter),
            code(first.municipal(), report), code(told.regional(), report), code(told.regional(), report + ".xlsx"),
            code(told.regional(), report + ".docx"))).containsOnly(200);
        assertThat(List.of(code(neighbour, schoolPage), code(neighbour, letter), code(coordinator, regionPage), code(coordinator, report),
            code(first.municipal(), regionPage), code(first.municipal(), report + ".xlsx"), code(people.appoint(Role.REGIONAL_COORDINATOR,
                Place.region(people.region())), schoolPage))).containsOnly(404);
        assertThat(page(coordinator, "/schools/" + first.school() + "/years/" + ExpertiseStory.YEAR)).contains(schoolPage, "6 из 9");

        assertThat(letters(told)).containsOnlyKeys("expertise-school", "expertise-region", "expertise-municipality");
        assertThat(letters(told).get("expertise-school")).as("coordinator, principal and curator of three schools").hasSize(9);
        assertThat(letters(told).get("expertise-region")).hasSize(1).first().asString().contains("6,67 из 9 (сумма баллов 20, школ: 3)");
        assertThat(letters(told).get("expertise-municipality")).hasSize(1);
        assertThat(letterTo(coordinator)).contains("6 из 9", "Не все показатели").doesNotContain(expert, "7 из 9");

        results.release(told.expertise());
        assertThat(letters(told).values().stream().mapToInt(List::size).sum()).as("told once").isEqualTo(11);
        assertThat(audit.about(Subject.of(Expertises.SUBJECT, told.expertise()))).extracting(AuditEntry::type)
            .contains("expertise.organisationScoredAgainst", "expertise.resultApproved", "expertise.resultReleased");
        assertThat(audit.about(Subject.of(Expertises.SUBJECT, told.expertise()))).extracting(AuditEntry::text).noneMatch(text -> text.contains("{"));
    }

    @Test
    void aLockedResultStaysAsItIs() {
        Told told = story.released(story.scored(story.checking(1, 1, 1), 2));
        results.lock(told.expertise());
        results.lock(told.expertise());

        assertThat(story.expertise(told).status()).isEqualTo(Status.LOCKED);
        assertThatThrownBy(() -> results.scoreOrganisation(told.expertise(), story.viewer(told.regional()), CheckSheet.EMPTY))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("expertise.over.LOCKED"));
        long sampled = story.sampled(told, told.school(0)).id();
        for (String change : List.of("update school_score set points = 0 where expertise_school_id = ?", "delete from school_check where expertise_school_id = ?",
            "delete from check_score where check_id in (select id from school_check where expertise_school_id = ?)",
            "update expertise_school set settled_at = null where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(sampled).update()).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("update regional_score set points = 0 where expertise_id = ?").param(told.expertise()).update())
            .isInstanceOf(DataAccessException.class);
    }

    private long holder(Role role, Taught school) {
        return staff.holding(role, Place.school(school.school()), LocalDate.parse(ExpertiseStory.OPENED)).get(0).id();
    }

    /** Texts of what was sent about the expertise, by template. */
    private Map<String, List<String>> letters(Told told) {
        return jdbc.sql("select template, text from letter where occasion like ?").param("expertise-" + told.expertise() + "/%")
            .query((row, number) -> Map.entry(row.getString("template"), row.getString("text"))).list().stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
    }

    private String letterTo(long person) {
        return jdbc.sql("select text from letter where recipient_id = ? and template = 'expertise-school'").param(person).query(String.class).single();
    }

    private int code(long person, String path) throws Exception {
        return open(person, path).getStatus();
    }

    private String page(long person, String path) throws Exception {
        MockHttpServletResponse response = open(person, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse open(long person, String path) throws Exception {
        accounts.setPassword(person, PASSWORD);
        MockHttpSession session = (MockHttpSession) web.perform(formLogin().user(staff.person(person).email()).password(PASSWORD)).andReturn()
            .getRequest().getSession();
        return web.perform(get(path).session(session)).andReturn().getResponse();
    }
}
