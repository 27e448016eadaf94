package ru.marshrut.notification.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.DigestSubscription;
import ru.marshrut.notification.NewsSource.SchoolNews;
import ru.marshrut.notification.NotificationTest;
import ru.marshrut.notification.Reminders;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskOpened;

class RemindersTest extends NotificationTest {

    /** Documents are exchanged by 7 October (calendar of 2022). */
    private static final LocalDate DUE = LocalDate.of(2022, 10, 7);

    @Autowired
    private Reminders reminders;

    @Autowired
    private DigestSubscription subscription;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private ApplicationEventPublisher events;

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Kaliningrad", "Asia/Kamchatka"})
    void theLadderIsClimbedOnTheRegionsOwnDays(String zone) {
        Town town = aTown(zone);
        town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));

        List<LocalDate> days = IntStream.rangeClosed(0, 25).mapToObj(DUE.minusDays(12)::plusDays)
            .filter(day -> digestCameOn(town, day)).toList();

        assertThat(days).containsExactly(DUE.minusDays(7), DUE.minusDays(3), DUE.minusDays(1), DUE, DUE.plusDays(1), DUE.plusDays(3));
        assertThat(letters(town.coordinator, "digest").get(0)).contains("Сводка на 30.09.2022".toUpperCase(), "срок 07.10.2022, осталось дней: 7");
        assertThat(letters(town.coordinator, "digest").get(3)).contains("срок 07.10.2022, сегодня");
        assertThat(letters(town.coordinator, "digest").get(5)).contains("просрочено, дней: 3", "ПРОСРОЧЕНО");
        assertThat(letters(town.principal, "digest")).as("the school has a coordinator").isEmpty();
    }

    private boolean digestCameOn(Town town, LocalDate day) {
        int before = letters(town.coordinator, "digest").size();
        IntStream.range(0, 24).forEach(hour -> runAt(town.at(day, hour)));
        int came = letters(town.coordinator, "digest").size() - before;
        assertThat(came).as("one a day, whatever the hour and however often it runs").isLessThanOrEqualTo(1);
        return came == 1;
    }

    @Test
    void theDigestComesAtEightLocalTime() {
        Town kamchatka = aTown("Asia/Kamchatka");
        Town kaliningrad = aTown("Europe/Kaliningrad");
        List.of(kamchatka, kaliningrad).forEach(town -> town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12)));

        runAt(kamchatka.at(DUE, 7));
        assertThat(letters(kamchatka.coordinator, "digest")).isEmpty();
        runAt(kamchatka.at(DUE, 8));
        assertThat(letters(kamchatka.coordinator, "digest")).hasSize(1);
        assertThat(letters(kaliningrad.coordinator, "digest")).as("there it is ten in the evening of the day before").isEmpty();
        runAt(kaliningrad.at(DUE, 8));
        assertThat(letters(kaliningrad.coordinator, "digest")).hasSize(1);
        assertThat(letters(kamchatka.coordinator, "digest")).hasSize(1);
    }

    @Test
    void allThatIsSoonOrOverdueIsInOneDigest() {
        Town town = aTown("Europe/Moscow");
        Instant opened = town.at(LocalDate.of(2022, 9, 1), 12);
        town.task("Передать документы", DUE, opened);
        town.task("Подтвердить партнёра", DUE.minusDays(5), opened);
        town.task("Заполнить форму", DUE.plusDays(5), opened);
        town.task("Собрать файл", DUE.plusDays(20), opened);
        meetings.news.add(new SchoolNews(town.school, "Школа-партнёр передала документы", "/circles/1"));

        runAt(town.at(DUE, 9));

        assertThat(letters(town.coordinator, "digest")).singleElement().satisfies(text -> {
            assertThat(text).contains("Подтвердить партнёра", "Передать документы", "Заполнить форму").doesNotContain("Собрать файл");
            assertThat(text.indexOf("ПРОСРОЧЕНО")).isLessThan(text.indexOf("СКОРО СРОК"));
        });
        assertThat(letters(town.curator, "digest")).singleElement()
            .satisfies(text -> assertThat(text).contains("НОВОСТИ МОИХ ШКОЛ", "Школа-партнёр передала документы", "https://marshrut.example/circles/1"));
        assertThat(letters(town.municipalCoordinator, "digest")).hasSize(1);
    }

    @Test
    void aTaskThatOpenedAfterARungIsToldOfAsNewAndNotRemindedOfThatRung() {
        Town town = aTown("Europe/Moscow");
        town.task("Передать документы", DUE, town.at(DUE.minusDays(2), 12));

        runAt(town.at(DUE.minusDays(2), 13));
        assertThat(letters(town.coordinator, "digest")).as("told of as new").hasSize(1);
        runAt(town.at(DUE.minusDays(1), 8));
        runAt(town.at(DUE, 8));
        assertThat(letters(town.coordinator, "digest")).as("then the rungs that come after").hasSize(3);
        assertThat(jdbc.sql("select rung from reminded where recipient_id = ?").param(town.coordinator).query(String.class).set())
            .containsExactlyInAnyOrder("NEW", "DAY_BEFORE", "DUE_DAY");
    }

    @Test
    void aMovedDateStartsTheLadderAnew() {
        Town town = aTown("Europe/Moscow");
        OpenTask task = town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        runAt(town.at(DUE, 8));
        tasks.open.remove(task);
        town.task("Передать документы", DUE.plusDays(7), task.openedAt());
        runAt(town.at(DUE.plusDays(1), 8));
        runAt(town.at(DUE.plusDays(7), 8));
        assertThat(letters(town.coordinator, "digest")).hasSize(3);
        assertThat(letters(town.coordinator, "digest").get(2)).contains("срок 14.10.2022, сегодня");
    }

    @Test
    void thePrincipalIsWrittenToWhereTheSchoolHasNoCoordinator() {
        Town town = aTown("Europe/Moscow");
        jdbc.sql("update appointment set ends_on = '2022-10-01' where person_id = ?").param(town.coordinator).update();
        town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        runAt(town.at(DUE, 8));
        assertThat(letters(town.principal, "digest")).hasSize(1);
        assertThat(letters(town.coordinator, "digest")).isEmpty();
    }

    @Test
    void afterTheLadderOneLetterGoesOneLevelUpAndNamesTheSilent() {
        Town town = aTown("Europe/Moscow");
        Instant opened = town.at(LocalDate.of(2022, 9, 1), 12);
        town.task("Передать документы", DUE, opened);
        town.task("Подтвердить контакт", DUE, opened);

        runAt(town.at(DUE.plusDays(3), 9));
        assertThat(letters(town.municipalCoordinator, "escalation")).isEmpty();
        runAt(town.at(DUE.plusDays(4), 9));
        runAt(town.at(DUE.plusDays(5), 9));

        assertThat(letters(town.municipalCoordinator, "escalation")).singleElement().satisfies(text -> assertThat(text)
            .contains("Передать документы", "Подтвердить контакт", "Анна Примеровна", mailOf(town.coordinator), "+7000", "Срок был 07.10.2022")
            .contains("https://marshrut.example/tasks/"));
        assertThat(letters(town.regionalCoordinator, "escalation")).isEmpty();
    }

    @Test
    void theMunicipalCoordinatorsOwnSilenceGoesToTheRegion() {
        Town town = aTown("Europe/Moscow");
        town.task("Утвердить пары", DUE, town.at(LocalDate.of(2022, 9, 1), 12),
            new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(town.municipality)));
        runAt(town.at(DUE.plusDays(4), 9));
        assertThat(letters(town.regionalCoordinator, "escalation")).hasSize(1);
        assertThat(letters(town.municipalCoordinator, "escalation")).isEmpty();
    }

    @Test
    void whoHasLeftTheDigestGetsNoneButIsStillEscalatedTo() {
        Town town = aTown("Europe/Moscow");
        town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        subscription.choose(town.coordinator, false);
        subscription.choose(town.municipalCoordinator, false);
        runAt(town.at(DUE, 9));
        runAt(town.at(DUE.plusDays(4), 9));
        assertThat(letters(town.coordinator, "digest")).isEmpty();
        assertThat(letters(town.municipalCoordinator, "escalation")).hasSize(1);
    }

    @Test
    void manyTasksAreReadByPagesAndAllAreTold() {
        Town town = aTown("Europe/Moscow");
        Instant opened = town.at(LocalDate.of(2022, 9, 1), 12);
        IntStream.range(0, 1203).forEach(n -> town.task("Задание " + n, DUE, opened));
        runAt(town.at(DUE, 9));
        assertThat(letters(town.coordinator, "digest")).singleElement().satisfies(text -> assertThat(text).contains("И ещё: 1153"));
        assertThat(jdbc.sql("select count(*) from reminded where recipient_id = ?").param(town.coordinator).query(Long.class).single())
            .isEqualTo(1203);
    }

    @Test
    void theCoordinatorRemindsOncePerTaskAndDay() {
        Town town = aTown("Europe/Moscow");
        OpenTask task = town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        clock.moveTo(town.at(DUE, 12));

        assertThat(reminders.nudge(task.id(), town.municipalCoordinator, "Очень ждём")).isEqualTo(1);

        assertThat(letters(town.coordinator, "reminder")).singleElement().satisfies(text -> assertThat(text)
            .contains("Очень ждём", "Мария Районовна", mailOf(town.municipalCoordinator), "https://marshrut.example/tasks/" + task.id()));
        assertThatThrownBy(() -> reminders.nudge(task.id(), town.municipalCoordinator, null))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("notification.nudge.alreadyToday"));
        assertThat(reminders.nudge(task.id(), town.regionalCoordinator, null)).isEqualTo(1);
        assertThat(audit.about(Subject.of("task", task.id()))).first().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Напоминание о задании «Передать документы», получателей: 1");
            assertThat(entry.reason()).isEqualTo("Очень ждём");
        });
        clock.moveTo(town.at(DUE.plusDays(1), 12));
        assertThat(reminders.nudge(task.id(), town.municipalCoordinator, null)).isEqualTo(1);
    }

    @Test
    void aStrangerCannotRemind() {
        Town town = aTown("Europe/Moscow");
        OpenTask task = town.task("Передать документы", DUE, town.at(LocalDate.of(2022, 9, 1), 12));
        clock.moveTo(town.at(DUE, 12));
        long neighbour = aTown("Europe/Moscow").municipalCoordinator;
        assertThatThrownBy(() -> reminders.nudge(task.id(), neighbour, null)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> reminders.nudge("unknown", town.municipalCoordinator, null)).isInstanceOf(NotYours.class);
    }

    @Test
    void aTaskThatIsDueByTomorrowIsWrittenOfAtOnceAndNotToldAsNewAgain() {
        Town town = aTown("Europe/Moscow");
        clock.moveTo(town.at(DUE.minusDays(1), 12));
        OpenTask urgent = town.task("Срочно передать документы", DUE, clock.instant());
        OpenTask later = town.task("Заполнить форму", DUE.plusDays(20), clock.instant());
        OpenTask back = town.task("Исправить форму", DUE.plusDays(20), clock.instant());
        List.of(new TaskOpened(urgent.id(), false), new TaskOpened(later.id(), false), new TaskOpened(back.id(), true))
            .forEach(event -> transaction.executeWithoutResult(status -> events.publishEvent(event)));

        await().atMost(Duration.ofSeconds(10)).until(() -> letters(town.coordinator, "assignment").size() == 2);
        assertThat(String.join("", letters(town.coordinator, "assignment"))).contains("Новое задание", "Срочно передать документы",
            "Задание вернулось к вам", "Исправить форму").doesNotContain("Заполнить форму");
        runAt(town.at(DUE.minusDays(1), 13));
        assertThat(letters(town.coordinator, "digest")).singleElement().satisfies(text -> assertThat(text)
            .contains("НОВЫЕ ЗАДАНИЯ", "Заполнить форму").doesNotContain("Исправить форму"));
    }

    private void runAt(Instant now) {
        clock.moveTo(now);
        reminders.runFor(now);
    }
}
