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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.marshrut.access.Accounts;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.process.ExpertiseModel;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** What a region's coordinator opens, sees and cancels, in the words of the pages; and who sees nothing of it. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ExpertisePagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    ExpertiseStory story;
    @Autowired
    Expertises expertises;
    @Autowired
    Rubrics rubrics;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

    @Test
    void aCoordinatorOpensSeesAndCancelsAnExpertise() throws Exception {
        Told told = story.completed(story.aRegion(1, 1, 1));
        story.itIs(ExpertiseStory.OPENED);
        MockHttpSession coordinator = signedIn(told.regional());
        page(coordinator, "/expertises").andExpect(content().string(allOf(containsString("Экспертиз пока нет"), containsString("/expertises/new"))));
        page(coordinator, "/expertises/new").andExpect(content().string(allOf(containsString("Число жребия"), not(containsString("??")))));

        web.perform(post("/expertises" + typed(told, "2021-10-01")).session(coordinator).with(csrf())).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("День 01.10.2021 не подходит"), containsString("value=\"35\""))));
        web.perform(post("/expertises" + typed(told, "")).session(coordinator).with(csrf())).andExpect(status().isUnprocessableEntity());
        web.perform(post("/expertises" + typed(told, ExpertiseStory.UNTIL)).session(coordinator).with(csrf())).andExpect(status().is3xxRedirection());
        Expertise opened = expertises.of(told.region(), ExpertiseStory.YEAR, 2).orElseThrow();
        assertThat(opened.seed()).as("drawn by chance").isNotNegative();
        story.run();

        page(coordinator, "/expertises?place=REGION-" + told.region() + "&year=2021").andExpect(content().string(containsString("/expertises/" + opened.id())));
        String task = story.task(told.with(opened.id()), ExpertiseModel.APPROVE_SAMPLE).id();
        page(coordinator, "/expertises/" + opened.id()).andExpect(content().string(allOf(containsString("составляется выборка"),
            containsString("Утвердить выборку школ"), containsString("/tasks/" + task), not(containsString("??")))));
        page(coordinator, "/tasks/" + task).andExpect(content().string(containsString("Школ в выборке")));

        web.perform(post("/expertises/" + opened.id() + "/cancel").session(coordinator).with(csrf())).andExpect(flash().attributeExists("refused"));
        web.perform(post("/expertises/" + opened.id() + "/cancel?reason=Ошибка").session(coordinator).with(csrf())).andExpect(flash().attributeExists("done"));
        page(coordinator, "/expertises/" + opened.id()).andExpect(content().string(allOf(containsString("Отменена: Ошибка"), containsString("Больше ничего не ждут"))));
    }

    @Test
    void theStepsOfTheCoordinatorAreShown() throws Exception {
        Told told = story.completed(story.aRegion(1, 1, 1));
        told = story.opened(told, story.terms(told));
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        MockHttpSession coordinator = signedIn(told.regional());
        page(coordinator, "/tasks/" + story.task(told, ExpertiseModel.APPROVE_ASSIGNMENTS).id())
            .andExpect(content().string(containsString(staff.person(told.experts().get(0)).fullName())));
    }

    @Test
    void anObserverReadsAndOthersSeeNothing() throws Exception {
        Told told = story.checking(1, 1, 1);
        String address = "/expertises/" + told.expertise();
        MockHttpSession observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        page(observer, address).andExpect(content().string(allOf(containsString("Проверить школу"), not(containsString("Отменить экспертизу")))));
        web.perform(get("/expertises/new").session(observer)).andExpect(status().isNotFound());
        web.perform(post(address + "/cancel?reason=так").session(observer).with(csrf())).andExpect(status().isNotFound());
        for (long person : List.of(told.experts().get(0), told.school(0).municipal(), told.school(0).curator(), story.aRegion(1, 1, 1).regional())) {
            MockHttpSession stranger = signedIn(person);
            web.perform(get(address).session(stranger)).andExpect(status().isNotFound());
            page(stranger, "/expertises").andExpect(content().string(not(containsString(address))));
            web.perform(get("/expertises?place=REGION-" + told.region()).session(stranger)).andExpect(status().isNotFound());
            web.perform(post(address + "/cancel?reason=так").session(stranger).with(csrf())).andExpect(status().isNotFound());
        }
    }

    private String typed(Told told, String until) {
        return "?region=" + told.region() + "&year=2021&rubric=" + rubrics.latest(2).get(0).id() + "&rule=SHARE&sampleSize=35&seed=&expertsPerSchool=1"
            + "&disputeStep=1&appealDays=10&checkUntil=" + until;
    }

    private ResultActions page(MockHttpSession who, String address) throws Exception {
        return web.perform(get(address).session(who)).andExpect(status().isOk());
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD)).andReturn()
            .getRequest().getSession();
    }
}
