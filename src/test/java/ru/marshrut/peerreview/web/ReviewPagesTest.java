package ru.marshrut.peerreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.marshrut.access.Accounts;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The coordinator's pages and the API, by people who have signed in. */
@SpringBootTest
@AutoConfigureMockMvc
class ReviewPagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Rounds rounds;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

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

    private ResultActions sendJson(MockHttpSession session, MockHttpServletRequestBuilder request, String body) throws Exception {
        return send(session, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    /** The curator of the first school works in the second one (seed 002). */
    private Told aPairThatNeedsConsent() {
        Told told = story.aRoundOf(2);
        long curator = people.appoint(Role.CURATOR, Place.school(told.schools().get(0)));
        staff.employ(curator, told.schools().get(1));
        story.run();
        return told;
    }

    private static String pairs(Told told) {
        return "/rounds/" + told.round() + "/pairs";
    }

    @Test
    void theCoordinatorRecordsHisConsentAndApproves() throws Exception {
        Told told = aPairThatNeedsConsent();
        MockHttpSession coordinator = signedIn(told.coordinator());
        show(coordinator, pairs(told)).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("общие рисковые направления"),
            containsString("нужно согласие"), containsString("Утвердить пока нельзя"), containsString("Записать согласие"))));
        web.perform(get("/api/rounds/{id}/proposal", told.round()).session(coordinator)).andExpect(status().isOk())
            .andExpect(jsonPath("$.state").value("TO_APPROVE")).andExpect(jsonPath("$.canBeApproved").value(false))
            .andExpect(jsonPath("$.circles[0].needsConsent").value(true)).andExpect(jsonPath("$.circles[0].schools.length()").value(2))
            .andExpect(jsonPath("$.circles[0].relations[0].reasons[*]", hasItem(startsWith("общие рисковые направления"))))
            .andExpect(jsonPath("$.circles[0].cost.openConsents").value(1)).andExpect(jsonPath("$.violations.length()").value(1));
        send(coordinator, post("/api/rounds/{id}/approval", told.round())).andExpect(status().isConflict())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON)).andExpect(jsonPath("$.detail", containsString("нарушены правила")));

        MockHttpServletRequestBuilder consent = post(pairs(told) + "/rules").param("kind", "CONSENT").param("form", "CONSENT-1")
            .param("school", told.schools().get(0).toString()).param("other", told.schools().get(1).toString());
        send(coordinator, consent.param("reason", "")).andExpect(flash().attribute("refused", startsWith("Напишите причину")));
        send(coordinator, post(pairs(told) + "/rules").param("kind", "CONSENT").param("school", told.schools().get(0).toString())
            .param("other", told.schools().get(1).toString()).param("reason", "Других школ нет")).andExpect(flash().attribute("done", "Согласие записано."));
        show(coordinator, pairs(told)).andExpect(content().string(allOf(containsString("согласие координатора получено"), not(containsString("Утвердить пока нельзя")))));

        send(coordinator, post(pairs(told) + "/approval")).andExpect(redirectedUrl("/rounds/" + told.round()))
            .andExpect(flash().attribute("done", startsWith("Пары утверждены")));
        send(coordinator, post("/api/rounds/{id}/approval", told.round())).andExpect(status().isConflict());
        story.run();
        assertThat(rounds.round(told.round()).status()).isEqualTo(Round.Status.RUNNING);
        show(coordinator, "/rounds/" + told.round()).andExpect(content().string(allOf(containsString("не подтвердила партнёра"), containsString("/circles/"),
            containsString("Дано согласие на пару"), containsString("Других школ нет"))));
    }

    @Test
    void theCoordinatorPutsTheCirclesTogetherByHand() throws Exception {
        Told told = story.aRoundOf(5);
        story.run();
        MockHttpSession coordinator = signedIn(told.coordinator());
        List<Long> ids = told.schools();
        show(coordinator, pairs(told)).andExpect(content().string(allOf(containsString("круг из трёх школ"), containsString("Число школ нечётное"), containsString("Цена в баллах"))));

        String wrong = "{\"circles\": [[%d,%d],[%d]]}".formatted(ids.get(0), ids.get(1), ids.get(2));
        sendJson(coordinator, put("/api/rounds/{id}/circles", told.round()), wrong).andExpect(status().isConflict());
        String byHand = "{\"circles\": [[%d,%d],[%d,%d,%d]]}".formatted(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(4));
        sendJson(coordinator, put("/api/rounds/{id}/circles", told.round()), byHand).andExpect(jsonPath("$.canBeApproved").value(true));
        send(coordinator, post(pairs(told) + "/swap").param("school", ids.get(0).toString()).param("other", ids.get(4).toString()))
            .andExpect(flash().attribute("done", "Школы поменялись местами."));
        send(coordinator, post(pairs(told) + "/move").param("school", ids.get(4).toString()).param("host", ""))
            .andExpect(flash().attribute("done", "Школа переставлена."));
        show(coordinator, pairs(told)).andExpect(status().isOk()).andExpect(content().string(containsString("пока без круга")));
        send(coordinator, post(pairs(told) + "/move").param("school", "")).andExpect(flash().attribute("refused", "Выберите школу из списка."));
        send(coordinator, delete("/api/rounds/{id}/schools/{school}", told.round(), ids.get(4))).andExpect(status().isNoContent());
        assertThat(rounds.circles(told.round()).stream().noneMatch(circle -> circle.has(ids.get(4)))).isTrue();

        for (int other = 1; other < 4; other++) {
            sendJson(coordinator, post("/api/rounds/{id}/rules", told.round()),
                "{\"kind\": \"FORBIDDEN\", \"school\": %d, \"other\": %d, \"reason\": \"Далеко\"}".formatted(ids.get(0), ids.get(other)))
                .andExpect(status().isNoContent());
        }
        send(coordinator, post("/api/rounds/{id}/proposal", told.round())).andExpect(status().isAccepted()).andExpect(jsonPath("$.state").value("PROPOSING"));
        show(coordinator, pairs(told)).andExpect(header().exists("Refresh")).andExpect(content().string(containsString("Пары подбираются")));
        send(coordinator, post("/api/rounds/{id}/proposal", told.round())).andExpect(status().isConflict());
        story.run();
        show(coordinator, pairs(told)).andExpect(content().string(allOf(containsString("Составить пары нельзя"),
            containsString("нет ни одного допустимого партнёра"), containsString("координатор запретил пару"))));
        web.perform(get("/api/rounds/{id}/proposal", told.round()).session(coordinator)).andExpect(jsonPath("$.state").value("TO_FIX"))
            .andExpect(jsonPath("$.collisions[0].schools[0].id").value(ids.get(0))).andExpect(jsonPath("$.collisions[0].rules.length()").value(3));
        send(coordinator, delete("/api/rounds/{id}/rules", told.round()).param("kind", "FORBIDDEN").param("school", ids.get(0).toString())
            .param("other", ids.get(1).toString())).andExpect(status().isNoContent());
        send(coordinator, post(pairs(told) + "/proposal")).andExpect(flash().attribute("done", "Пары подбираются заново."));
        story.run();
        web.perform(get("/api/rounds/{id}/proposal", told.round()).session(coordinator)).andExpect(jsonPath("$.canBeApproved").value(true));
    }

    @Test
    void aCircleShowsWhoIsHowFar() throws Exception {
        Told told = story.aPairWithFinalFiles();
        Circle circle = story.circle(told);
        MockHttpSession coordinator = signedIn(told.coordinator());
        show(coordinator, "/circles/" + circle.id()).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Сильная команда"),
            containsString("Взаимоэкспертиза.docx"), containsString("Состоялась"), containsString("Вернуть форму на доработку"), containsString("Назначена встреча: 12.10.2022 15:00"))));
        web.perform(get("/api/circles/{id}", circle.id()).session(coordinator)).andExpect(status().isOk())
            .andExpect(jsonPath("$.status").value("RUNNING")).andExpect(jsonPath("$.sides.length()").value(2))
            .andExpect(jsonPath("$.sides[0].reviews").value(told.schools().get(1))).andExpect(jsonPath("$.sides[0].milestones[0].on").value("2022-09-05"))
            .andExpect(jsonPath("$.openSteps[0].step").value(PeerReviewModel.UPLOAD_FINAL_FILE)).andExpect(jsonPath("$.dates.FINAL").value("2022-11-01"))
            .andExpect(jsonPath("$.meeting.video").value("https://video.example.test/rec"));
        web.perform(get("/api/rounds/{id}/circles", told.round()).session(coordinator)).andExpect(jsonPath("$[0].id").value(circle.id()));

        byte[] schedule = show(coordinator, "/rounds/" + told.round() + "/schedule.xlsx").andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", startsWith("attachment;"))).andReturn().getResponse().getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(schedule))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThan(1);
        }
        show(coordinator, "/rounds/" + told.round() + "/report.docx").andExpect(status().isOk());
        show(coordinator, "/rounds/" + told.round() + "/report.xlsx").andExpect(status().isOk());

        String reopen = "/circles/" + circle.id() + "/sides/" + told.schools().get(0) + "/reopen";
        send(coordinator, post(reopen)).andExpect(flash().attribute("refused", startsWith("Напишите, что доработать")));
        send(coordinator, post(reopen).param("reason", "Добавьте сроки")).andExpect(flash().attribute("done", "Форма возвращена школе на доработку."));
        story.run();
        assertThat(story.openSteps(told)).contains(PeerReviewModel.REWORK_FORM);
        show(coordinator, "/circles/" + circle.id()).andExpect(status().isOk()).andExpect(content().string(containsString("Добавьте сроки")));
    }

    @Test
    void aSchoolSeesItsOwnCircleAndItsPartnersFormOnlyAfterTheExchange() throws Exception {
        Told told = story.aPairThatHasMet();
        long member = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.schools().get(0)));
        MockHttpSession school = signedIn(member);
        Circle circle = story.circle(told);
        show(school, "/rounds").andExpect(content().string(containsString("/rounds/" + told.round())));
        show(school, "/rounds/" + told.round()).andExpect(status().isOk()).andExpect(content().string(not(containsString("schedule.xlsx"))));
        show(school, "/rounds/" + told.round() + "/schedule.xlsx").andExpect(status().isNotFound());
        show(school, pairs(told)).andExpect(status().isNotFound());
        show(school, "/circles/" + circle.id()).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Редакция 1"),
            not(containsString("Школа выходит из программы")), not(containsString("Вернуть форму")))));
        assertThat(formsOn(school, circle)).isEqualTo(1);
        told.schools().forEach(side -> story.does(told, PeerReviewModel.FINISH_FORM, side, story.form()));
        story.run();
        assertThat(formsOn(school, circle)).isEqualTo(4);
    }

    @Test
    void ofSeveralWhoApproveAtOnceOneDoesAndTheOthersAreToldThatItIsDone() throws Exception {
        Told told = story.aRoundOf(2);
        story.run();
        CountDownLatch ready = new CountDownLatch(4);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            MockHttpSession session = signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(told.municipality())));
            answers.add(CompletableFuture.supplyAsync(() -> {
                try {
                    ready.countDown();
                    ready.await();
                    return send(session, post("/api/rounds/{id}/approval", told.round())).andReturn().getResponse().getStatus();
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            }, task -> new Thread(task).start()));
        }
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409);
        story.run();
        assertThat(story.circles(told)).hasSize(1);
    }

    @Test
    void theApiDescribesItself() throws Exception {
        MockHttpSession coordinator = signedIn(story.aRoundOf(2).coordinator());
        show(coordinator, "/v3/api-docs").andExpect(status().isOk()).andExpect(jsonPath("$.info.title").value("Маршрут 500+ API"))
            .andExpect(jsonPath("$.paths['/api/rounds/{id}/proposal'].get.summary").value("Предложенные пары"));
    }

    private int formsOn(MockHttpSession session, Circle circle) throws Exception {
        return show(session, "/circles/" + circle.id()).andReturn().getResponse().getContentAsString().split("Редакция ", -1).length - 1;
    }

    @Test
    void theMeetingIsMovedByASchool() throws Exception {
        Told told = story.aPairThatHasExchanged();
        for (long side : told.schools()) {
            story.does(told, PeerReviewModel.CHOOSE_SLOTS, side, java.util.Map.of("offer1", "2022-10-12T15:00", "slot", "", "link", ""));
        }
        story.run();
        MockHttpSession school = signedIn(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.schools().get(0))));
        String page = "/circles/" + story.circle(told).id();
        show(school, page).andExpect(content().string(containsString("Перенести встречу")));
        send(school, post(page + "/meeting/move").param("reason", "Болеет директор")).andExpect(flash().attribute("done", startsWith("Выбор времени")));
        story.run();
        show(school, page).andExpect(content().string(not(containsString("Перенести встречу"))));
        send(school, post(page + "/meeting/move").param("reason", "Ещё раз")).andExpect(flash().attribute("refused", startsWith("Сейчас это сделать нельзя")));
    }

    @Test
    void aNewCalendarMovesTheDueDates() throws Exception {
        Told told = story.aPair();
        MockHttpSession coordinator = signedIn(told.coordinator());
        String calendar = "{\"notice\": \"2022-09-20\", \"exchange\": \"2022-10-07\", \"meetingsFrom\": \"2022-09-23\", \"meetingsTo\": \"2022-10-31\", "
            + "\"meeting\": \"2022-10-21\", \"finalFile\": %s, \"reason\": \"Карантин\"}";
        sendJson(coordinator, put("/api/rounds/{id}/calendar", told.round()), calendar.formatted("null")).andExpect(status().isUnprocessableEntity())
            .andExpect(jsonPath("$.field").value("finalFile"));
        web.perform(put("/api/rounds/{id}/calendar", told.round()).with(httpBasic(staff.person(told.coordinator()).email(), PASSWORD))
                .contentType(MediaType.APPLICATION_JSON).content(calendar.formatted("\"2022-11-01\"")))
            .andExpect(status().isOk()).andExpect(jsonPath("$.calendar.notice").value("2022-09-20"));
        assertThat(story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, null).due().at())
            .isEqualTo(Round.endOf(LocalDate.parse("2022-09-20"), java.time.ZoneId.of("Europe/Moscow")));

        MockHttpServletRequestBuilder form = post("/rounds/" + told.round() + "/calendar").param("notice", "2022-09-21").param("exchange", "2022-10-07")
            .param("meetingsFrom", "2022-09-23").param("meetingsTo", "2022-10-31").param("meeting", "2022-10-21").param("finalFile", "2022-11-01");
        send(coordinator, form).andExpect(flash().attribute("refused", startsWith("Напишите, почему меняются сроки")));
        send(coordinator, form.param("reason", "Ещё день")).andExpect(flash().attributeExists("done"));
        show(coordinator, "/rounds/" + told.round()).andExpect(content().string(allOf(containsString("21.09.2022"),
            containsString("Было: партнёр до 20.09.2022"), containsString("Ещё день"))));
    }

    @Test
    void aRoundIsOpenedOnThePage() throws Exception {
        Told told = story.aRoundOf(2);
        MockHttpSession coordinator = signedIn(told.coordinator());
        show(coordinator, "/rounds").andExpect(content().string(containsString("Открыть раунд")));
        show(coordinator, "/rounds/new?year=2023").andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Взаимоэкспертиза 2023"),
            containsString("2023-10-07"), containsString("checked"))));
        MockHttpServletRequestBuilder opening = post("/rounds").param("place", "municipality-" + told.municipality()).param("year", "2023")
            .param("notice", "2023-09-16").param("exchange", "2023-10-07").param("meetingsFrom", "2023-09-23").param("meetingsTo", "2023-10-31")
            .param("meeting", "2023-10-21").param("finalFile", "2023-11-01").param("title", "Осенний раунд").param("schools", told.schools().get(0).toString());
        send(coordinator, opening).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("выбрано 1"), containsString("Осенний раунд"))));
        String pairs = send(coordinator, opening.param("schools", told.schools().get(1).toString())).andExpect(status().is3xxRedirection())
            .andReturn().getResponse().getRedirectedUrl();
        show(coordinator, pairs).andExpect(status().isOk()).andExpect(content().string(containsString("Пары подбираются")));
        String body = "{\"place\": {\"level\": \"MUNICIPALITY\", \"id\": %d}, \"year\": 2024, \"title\": \"Раунд\", \"schools\": %s, \"calendar\": {\"notice\": "
            + "\"2024-09-16\", \"exchange\": \"2024-10-07\", \"meetingsFrom\": \"2024-09-23\", \"meetingsTo\": \"2024-10-31\", \"meeting\": \"2024-10-21\", \"finalFile\": \"2024-11-01\"}}";
        sendJson(coordinator, post("/api/rounds"), body.formatted(told.municipality(), told.schools())).andExpect(status().isCreated())
            .andExpect(header().string("Location", startsWith("/api/rounds/"))).andExpect(jsonPath("$.status").value("PAIRING"));
        sendJson(coordinator, post("/api/rounds"), body.formatted(people.municipality(told.region()), told.schools())).andExpect(status().isNotFound());
    }

    @Test
    void aNeighbourFindsNothing() throws Exception {
        Told told = story.aPairThatHasExchanged();
        Told pairing = story.aRoundOf(2);
        story.run();
        long circle = story.circle(told).id();
        long next = people.municipality(told.region());
        MockHttpSession neighbour = signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(next)));
        for (String page : List.of("/rounds/" + told.round(), pairs(pairing), "/circles/" + circle, "/rounds/" + told.round() + "/schedule.xlsx",
            "/rounds/" + told.round() + "/report.docx", "/rounds/" + told.round() + "/report.xlsx", "/api/rounds/" + told.round(),
            "/api/rounds/" + pairing.round() + "/proposal", "/api/rounds/" + pairing.round() + "/rules", "/api/rounds/" + told.round() + "/circles",
            "/api/circles/" + circle, "/rounds/987654321", "/circles/987654321", "/rounds/new?place=municipality-" + told.municipality())) {
            show(neighbour, page).andExpect(status().isNotFound());
        }
        web.perform(get("/api/rounds").session(neighbour)).andExpect(jsonPath("$.length()").value(0));
        String school = told.schools().get(0).toString();
        for (String change : List.of(pairs(pairing) + "/approval", pairs(pairing) + "/proposal", pairs(pairing) + "/schools/remove", pairs(pairing) + "/schools",
            pairs(pairing) + "/swap", pairs(pairing) + "/move", "/rounds/" + told.round() + "/calendar", "/circles/" + circle + "/sides/" + school + "/withdraw",
            "/circles/" + circle + "/sides/" + school + "/reopen", "/circles/" + circle + "/meeting/move", "/api/rounds/" + pairing.round() + "/approval",
            "/api/rounds/" + pairing.round() + "/proposal")) {
            send(neighbour, post(change).param("school", school).param("reason", "Чужое")).andExpect(status().isNotFound());
        }
        sendJson(neighbour, post("/api/rounds/{id}/rules", pairing.round()), "{}").andExpect(status().isNotFound());
        sendJson(neighbour, put("/api/rounds/{id}/calendar", told.round()), "{}").andExpect(status().isNotFound());
        sendJson(neighbour, put("/api/rounds/{id}/circles", pairing.round()), "{}").andExpect(status().isNotFound());
    }
}
