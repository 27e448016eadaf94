package ru.marshrut.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import ru.marshrut.notification.NotificationTest;
import ru.marshrut.notification.Reminders;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.TaskOpened;

/** Letters follow the substitution, by the days of the region, over a real mail server. */
class SubstitutionLettersTest extends NotificationTest {

    private static final LocalDate DUE = LocalDate.of(2022, 10, 7);

    @Autowired
    private Reminders reminders;
    @Autowired
    private Absences absences;
    @Autowired
    private Dispatch dispatch;
    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void theSubstituteGetsTheDigestsOfTheseDaysAndTheAbsentOneNone() throws Exception {
        Town town = aTown("Asia/Kamchatka");
        long substitute = appoint("Сара Заменовна", Role.OBSERVER, Place.region(town.region), town.region);
        town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        clock.moveTo(town.at(DUE.minusDays(4), 9));
        absences.enter(town.coordinator, substitute, DUE.minusDays(3), DUE, Absence.Kind.VACATION);

        for (int day = -3; day <= 3; day++) {
            runAt(town.at(DUE.plusDays(day), 8));
        }
        assertThat(letters(substitute, "digest")).as("three days before, one day before, the day itself").hasSize(3)
            .allSatisfy(text -> assertThat(text).contains("Передать документы"));
        assertThat(letters(substitute, "digest").get(0)).contains("С 04.10.2022 по 07.10.2022 вы замещаете");
        assertThat(letters(town.coordinator, "digest")).filteredOn(text -> text.contains("Передать документы"))
            .as("back: one day after, three days after").hasSize(2);
        assertThat(letters(town.coordinator, "digest").get(0)).contains("Записано ваше отсутствие").doesNotContain("Передать документы");

        dispatch.run();
        assertThat(SERVER.acceptedFor(mailOf(substitute))).hasSize(3);
    }

    @Test
    void aLetterThatCannotWaitGoesToTheSubstitute() {
        Town town = aTown("Europe/Moscow");
        long substitute = appoint("Сара Заменовна", Role.OBSERVER, Place.region(town.region), town.region);
        clock.moveTo(town.at(DUE.minusDays(1), 9));
        absences.enter(town.coordinator, substitute, DUE.minusDays(1), DUE, Absence.Kind.ILLNESS);
        OpenTask task = town.task("Заполнить форму", DUE, clock.instant());
        transaction.executeWithoutResult(status -> events.publishEvent(new TaskOpened(task.id(), false)));
        await().untilAsserted(() -> assertThat(letters(substitute, "assignment")).hasSize(1));
        assertThat(letters(town.coordinator, "assignment")).isEmpty();
    }

    private void runAt(Instant now) {
        clock.moveTo(now);
        reminders.runFor(now);
    }
}
