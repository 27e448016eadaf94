package ru.marshrut.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import ru.marshrut.notification.CalendarFeed;
import ru.marshrut.notification.DigestSubscription;
import ru.marshrut.notification.Invitation;
import ru.marshrut.notification.NotificationTest;
import ru.marshrut.notification.Reminders;

class PublicAddressesTest extends NotificationTest {

    private static final LocalDate DUE = LocalDate.of(2022, 10, 7);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CalendarFeed feed;

    @Autowired
    private DigestSubscription subscription;

    @Autowired
    private Reminders reminders;

    @Test
    void theDigestIsLeftByOneClickOfTheMailProgram() throws Exception {
        Town town = aTown("Europe/Moscow");
        String path = unsubscribePathOf(town);

        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(containsString("Не получать сводку")));
        assertThat(subscription.wanted(town.coordinator)).as("looking changes nothing").isTrue();

        mvc.perform(post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content("List-Unsubscribe=One-Click"))
            .andExpect(status().isOk()).andExpect(content().string(containsString("Сводка отключена")));
        assertThat(subscription.wanted(town.coordinator)).isFalse();

        mvc.perform(post(path).param("wanted", "true")).andExpect(status().isOk());
        assertThat(subscription.wanted(town.coordinator)).isTrue();
    }

    @Test
    void anUnknownTokenOpensNothing() throws Exception {
        mvc.perform(post("/mail/unsubscribe/guessed")).andExpect(status().isNotFound());
        mvc.perform(get("/ical/guessed.ics")).andExpect(status().isNotFound());
    }

    @Test
    void theFeedHoldsOwnDeadlinesAndMeetingsUntilItsAddressIsRenewed() throws Exception {
        Town town = aTown("Asia/Kamchatka");
        tasks.waiting.add(town.task("Передать документы", DUE, Instant.parse("2022-09-01T00:00:00Z")));
        tasks.waiting.add(town.task("Без срока", null, Instant.parse("2022-09-01T00:00:00Z")));
        meetings.all.add(new Invitation("circle-7@marshrut", 1, false, "Встреча", "", town.at(DUE, 14), town.at(DUE, 15), town.zone, null,
            List.of()));
        String path = feed.pathOf(town.coordinator);
        assertThat(feed.pathOf(town.coordinator)).isEqualTo(path);

        String text = mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().contentType("text/calendar;charset=UTF-8"))
            .andReturn().getResponse().getContentAsString();
        assertThat(text).contains("DTSTART;VALUE=DATE:20221007");
        assertThat(Biweekly.parse(text).first().getEvents()).extracting(event -> event.getSummary().getValue())
            .containsExactly("Встреча", "Срок: Передать документы");

        String renewed = feed.renew(town.coordinator);
        mvc.perform(get(path)).andExpect(status().isNotFound());
        mvc.perform(get(renewed)).andExpect(status().isOk());
    }

    private String unsubscribePathOf(Town town) {
        town.task("Передать документы", DUE, Instant.parse("2022-09-01T00:00:00Z"));
        clock.moveTo(town.at(DUE, 9));
        reminders.runFor(clock.instant());
        return jdbc.sql("select unsubscribe_path from letter where recipient_id = ?").param(town.coordinator).query(String.class).single();
    }
}
