package ru.marshrut.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import ru.marshrut.access.Accounts;
import ru.marshrut.notification.CalendarFeed;
import ru.marshrut.notification.DigestSubscription;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.NotificationTest;
import ru.marshrut.notification.mail.IncidentBook;

class MailPagesTest extends NotificationTest {

    private static final String PASSWORD = "Длинный-пароль-1970";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CalendarFeed feed;

    @Autowired
    private DigestSubscription subscription;

    @Autowired
    private IncidentBook incidents;

    @Test
    void aPersonChoosesTheDigestAndRenewsTheCalendarsAddress() throws Exception {
        Town town = aTown("Europe/Moscow");
        MockHttpSession session = signIn(town.coordinator);
        String path = feed.pathOf(town.coordinator);
        mvc.perform(get("/my/mail").session(session)).andExpect(status().isOk())
            .andExpect(content().string(containsString("https://marshrut.example" + path)))
            .andExpect(content().string(containsString("Не получать сводку")));

        mvc.perform(post("/my/mail/digest").param("wanted", "false").with(csrf()).session(session)).andExpect(status().is3xxRedirection());
        mvc.perform(post("/my/mail/calendar").with(csrf()).session(session)).andExpect(status().is3xxRedirection());

        assertThat(subscription.wanted(town.coordinator)).isFalse();
        mvc.perform(get("/my/mail").session(session)).andExpect(content().string(not(containsString(path))))
            .andExpect(content().string(containsString("Получать сводку")));
    }

    @Test
    void theCoordinatorSeesWhomMailDoesNotReachAndSendsAgain() throws Exception {
        Town town = aTown("Europe/Moscow");
        transaction.executeWithoutResult(status -> {
            post.send(new Letter(town.principal, "password-link", Map.of("path", "/password/x"), "x"));
            incidents.enter(town.principal, "wrong@example.org", "550 5.1.1 No such user here");
        });
        long incident = jdbc.sql("select id from mail_incident where person_id = ?").param(town.principal).query(Long.class).single();
        MockHttpSession coordinator = signIn(town.municipalCoordinator);

        mvc.perform(get("/mail/incidents").session(coordinator)).andExpect(status().isOk())
            .andExpect(content().string(containsString("Пётр Образцович"))).andExpect(content().string(containsString("wrong@example.org")));
        mvc.perform(get("/mail/incidents").session(signIn(town.curator))).andExpect(content().string(containsString("Письма доходят до всех")));
        MockHttpSession neighbour = signIn(aTown("Europe/Moscow").municipalCoordinator);
        mvc.perform(post("/mail/incidents/" + incident).with(csrf()).session(neighbour)).andExpect(status().isNotFound());

        mvc.perform(post("/mail/incidents/" + incident).with(csrf()).session(coordinator)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/mail/incidents").session(coordinator)).andExpect(content().string(containsString("Письма доходят до всех")));
    }

    private MockHttpSession signIn(long person) throws Exception {
        transaction.executeWithoutResult(status -> accounts.setPassword(person, PASSWORD));
        return (MockHttpSession) mvc.perform(formLogin("/login").user(mailOf(person)).password(PASSWORD)).andReturn().getRequest()
            .getSession();
    }
}
