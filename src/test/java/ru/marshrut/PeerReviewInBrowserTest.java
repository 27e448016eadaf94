package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.TestMailServer;
import ru.marshrut.testing.Visitor;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/**
 * The pair of seed 002 in real browsers, from the round's opening to the signed report: the curator of the first school
 * works in the second, which has no curator. Screenshots go to {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=true", "marshrut.public-url=https://marshrut.example"})
@DirtiesContext // its job executor and its clock end with it
class PeerReviewInBrowserTest {

    private static final TestMailServer MAIL = TestMailServer.started();
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PASSWORD = "дорожная карта школы";

    @LocalServerPort
    int port;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Rounds rounds;
    @Autowired
    OpenTasks tasks;
    @Autowired
    MovableClock clock;
    @Autowired
    TransactionTemplate transaction;
    @TempDir
    Path folder;

    private Browser browser;
    private long region;
    private long district;
    private long veselovskaya;
    private long zhukovskaya;
    private long round;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        MAIL.register(properties);
    }

    @BeforeEach
    void theSchoolsOfTheOrder() throws IOException {
        itIs("2022-09-05T10:00");
        Matcher schools = find("для школ - участниц Проекта 500\\+ - (МБОУ .+? № \\d) - (МБОУ .+? № \\d)");
        transaction.executeWithoutResult(status -> {
            region = territory.addRegion("R61", "Ростовская область", MOSCOW.getId());
            district = territory.addMunicipality(region, "Дубовский район");
            veselovskaya = territory.addSchool(district, "sch002", schools.group(1), Settlement.VILLAGE);
            zhukovskaya = territory.addSchool(district, "sch005", schools.group(2), Settlement.VILLAGE);
            territory.activateRisks(veselovskaya, 2022, Set.of("motivation"));
            territory.activateRisks(zhukovskaya, 2022, Set.of("motivation", "staff"));
        });
        browser = Browser.launched();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void thePairOfTheOrderGoesFromTheRoundToTheSignedReport() throws Exception {
        long coordinator = appoint("Районова Анна Примеровна", "raionova", Role.MUNICIPAL_COORDINATOR, Place.municipality(district));
        long curator = appoint("Кураторова Вера Примеровна", "kuratorova", Role.CURATOR, Place.school(veselovskaya));
        transaction.executeWithoutResult(status -> staff.employ(curator, zhukovskaya));
        appoint("Тестова Ольга Веселовна", "testova", Role.SCHOOL_COORDINATOR, Place.school(veselovskaya));
        appoint("Директорова Нина Веселовна", "direktorova", Role.PRINCIPAL, Place.school(veselovskaya));
        appoint("Тестов Пётр Жукович", "testov", Role.SCHOOL_COORDINATOR, Place.school(zhukovskaya));
        appoint("Директоров Иван Жукович", "direktorov", Role.PRINCIPAL, Place.school(zhukovskaya));
        Visitor district = signedIn("raionova", "ru-RU");
        Visitor first = signedIn("testova", "ru-RU");
        Visitor second = signedIn("testov", "en-US"); // what the browser prefers changes nothing
        Visitor checker = signedIn("kuratorova", "ru-RU");

        theCoordinatorApprovesThePairWithTheRecordedConsent(coordinator, district);
        long circle = await().atMost(LIMIT).until(() -> rounds.circles(round).stream()
            .filter(each -> each.status() == Circle.Status.RUNNING).findFirst(), Optional::isPresent).get().id();
        thePartnersAreToldByMail();
        theFirstSchoolConfirmsAndDeliversInTheTaskList(first, circle);
        theSecondSchoolConfirmsAndDeliversOnOurPages(second, circle);
        bothStudyAndAgreeOnTheMeeting(first, second, circle);
        itIs("2022-09-23T16:45");
        bothFinishTheirForms(first, second, circle);
        theFinalFilesArePlacedAndChecked(first, second, checker, district, circle);
        theReportIsSigned(district);
        theLettersHaveArrived();
        assertThat(Stream.of(district, first, second, checker).flatMap(visitor -> visitor.failures().stream())).isEmpty();
    }

    private void theCoordinatorApprovesThePairWithTheRecordedConsent(long coordinator, Visitor district) {
        district.open("/rounds/new");
        assertThat(district.sees().getByText("МБОУ Веселовская СШ № 2, Дубовский район")).isVisible();
        assertThat(district.sees().locator("[name=title]")).hasValue("Взаимоэкспертиза 2022");
        district.shoot(1280, "00-open-round");
        district.press("Открыть раунд и подобрать пары");
        assertThat(district.page()).hasURL(Pattern.compile(".*/rounds/\\d+.*"));
        round = rounds.touching(Place.municipality(this.district)).get(0).id();
        OpenTask approval = open(PeerReviewRoundModel.KEY, round, PeerReviewRoundModel.APPROVE_PAIRS, null);
        district.open("/");
        assertThat(district.sees()).containsText("Проверить и утвердить пары");
        district.shoot(1280, "01-coordinator-home");
        district.openInTaskList(approval.id());
        assertThat(district.sees()).containsText("Утвердить пока нельзя");
        district.shoot(1280, "02-approval-in-task-list");

        district.open("/rounds/" + round + "/pairs");
        assertThat(district.sees()).containsText("Кураторова Вера Примеровна) работает в школе-партнёре «МБОУ Жуковская СШ № 5»: нужно согласие координатора");
        assertThat(district.sees().getByText("Утвердить и запустить")).isDisabled();
        district.shoot(1280, "03-pair-needs-consent");
        district.sees().getByLabel("Почему вы согласны на эту пару").fill("В районе только две школы программы");
        district.press("Записать согласие");
        assertThat(district.sees()).containsText("согласие координатора получено");
        district.shoot(1280, "04-consent-recorded");
        district.press("Утвердить и запустить");
    }

    private void thePartnersAreToldByMail() {
        MimeMessage toFirst = letter("testova", "Ваш партнёр по взаимоэкспертизе: МБОУ Веселовская СШ № 2");
        assertThat(part(toFirst, "text/plain")).contains("МБОУ Жуковская СШ № 5", "Тестов Пётр Жукович", "+79000000005", "testov@example.test",
            "Директоров Иван Жукович", "до 07.10.2022", "https://marshrut.example/circles/");
        assertThat(part(toFirst, "text/calendar")).contains("BEGIN:VCALENDAR", "METHOD:", "20221007");
        MimeMessage toCurator = letter("kuratorova", "Ваш партнёр по взаимоэкспертизе: МБОУ Веселовская СШ № 2");
        assertThat(part(toCurator, "text/plain")).contains("МБОУ Жуковская СШ № 5");
        MimeMessage toSecond = letter("direktorov", "Ваш партнёр по взаимоэкспертизе: МБОУ Жуковская СШ № 5");
        assertThat(part(toSecond, "text/plain")).contains("МБОУ Веселовская СШ № 2", "Кураторова Вера Примеровна");
    }

    private void theFirstSchoolConfirmsAndDeliversInTheTaskList(Visitor school, long circle) throws IOException {
        OpenTask confirm = open(PeerReviewModel.KEY, circle, PeerReviewModel.CONFIRM_PARTNER, veselovskaya);
        school.openInTaskList(confirm.id());
        assertThat(school.sees()).containsText("МБОУ Жуковская СШ № 5");
        assertThat(school.sees().locator("[name=name]")).hasValue("Тестова Ольга Веселовна");
        school.shoot(1280, "05-confirm-in-task-list");
        school.press("Подтвердить партнёра");
        isClosedInTheTaskList(school);
        school.shoot(1280, "06-task-list-afterwards");

        OpenTask deliver = open(PeerReviewModel.KEY, circle, PeerReviewModel.DELIVER_PACKAGE, veselovskaya);
        school.openInTaskList(deliver.id());
        school.upload("Рисковый профиль", "Рисковый профиль.pdf", folder, SampleFiles.pdf());
        school.upload("Концепция развития", "Концепция развития.docx", folder, SampleFiles.docx());
        school.upload("Среднесрочная программа", "Среднесрочная программа.docx", folder, SampleFiles.docx());
        school.press("Передать пакет партнёру");
        assertThat(school.sees()).containsText("Не хватает документов: Антирисковая программа. Загрузите их и передайте пакет снова.");
        school.shoot(1280, "07-document-is-missing");
        school.upload("Антирисковая программа", "Антирисковая программа, план.xlsx", folder, SampleFiles.xlsx());
        school.shoot(1280, "08-package-uploaded");
        school.press("Передать пакет партнёру");
        isClosedInTheTaskList(school);
    }

    private void theSecondSchoolConfirmsAndDeliversOnOurPages(Visitor school, long circle) throws IOException {
        school.open("/");
        assertThat(school.sees()).containsText("Подтвердить партнёра и контактное лицо");
        school.shoot(390, "09-school-home-phone");
        school.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.CONFIRM_PARTNER, zhukovskaya).id());
        school.fill("phone", "");
        school.fill("name", "Тестов Пётр Жукович, завуч");
        school.press("Подтвердить партнёра");
        assertThat(school.sees().locator(".field").filter(new Locator.FilterOptions().setHas(school.page().locator("[name=phone]"))))
            .containsText("Заполните это поле");
        assertThat(school.sees().locator("[name=name]")).hasValue("Тестов Пётр Жукович, завуч");
        school.shoot(390, "10-confirm-phone");
        school.fill("phone", "+7 900 000-00-05");
        school.press("Подтвердить партнёра");
        assertThat(school.sees()).containsText("Готово, шаг завершён");

        school.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.DELIVER_PACKAGE, zhukovskaya).id());
        assertThat(school.sees()).not().containsText("Антирисковая программа, план.xlsx"); // the partner's stay closed until both have delivered
        school.upload("Рисковый профиль", "Профиль школы.pdf", folder, SampleFiles.pdf());
        school.upload("Концепция развития", "Концепция.docx", folder, SampleFiles.docx());
        school.upload("Среднесрочная программа", "Программа.docx", folder, SampleFiles.docx());
        school.upload("Антирисковая программа", "Антирисковая.xlsx", folder, SampleFiles.xlsx());
        school.press("Передать пакет партнёру");
        assertThat(school.sees()).containsText("Готово, шаг завершён");
    }

    private void bothStudyAndAgreeOnTheMeeting(Visitor first, Visitor second, long circle) throws IOException {
        String study = "/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.PREFILL_FORM, veselovskaya).id();
        first.open(study);
        assertThat(first.download("Антирисковая.xlsx")).hasBinaryContent(Files.readAllBytes(folder.resolve("Антирисковая.xlsx")));
        first.fill("strengths_motivation", "Кружки открыты в каждом классе");
        assertThat(first.sees()).containsText("Черновик сохранён");
        first.open(study);
        assertThat(first.sees().locator("[name=strengths_motivation]")).hasValue("Кружки открыты в каждом классе");
        first.fill("recommendations_staff", "Пригласить учителя физики из соседней школы");
        first.shoot(1280, "11-study-and-draft");
        first.press("Сохранить предварительную форму");
        assertThat(first.sees()).containsText("Готово, шаг завершён");

        second.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.PREFILL_FORM, zhukovskaya).id());
        second.press("Сохранить предварительную форму");
        assertThat(second.sees()).containsText("Форма пуста");
        second.fill("recommendations_motivation", "Указать, кто и когда проводит беседы с родителями");
        second.shoot(390, "12-study-phone");
        second.press("Сохранить предварительную форму");
        assertThat(second.sees()).containsText("Готово, шаг завершён");

        first.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.CHOOSE_SLOTS, veselovskaya).id());
        first.sees().getByLabel("пятница, 23.09.2022 15:00").check();
        first.fill("link", "https://video.example.test/veselovskaya");
        first.press("Отправить выбор");
        assertThat(first.sees()).containsText("Готово, шаг завершён");
        second.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.CHOOSE_SLOTS, zhukovskaya).id());
        assertThat(second.sees()).containsText("подходит партнёру");
        second.shoot(1280, "13-choose-slots");
        second.sees().getByLabel("пятница, 23.09.2022 15:00").check();
        second.press("Отправить выбор");
        assertThat(second.sees()).containsText("Готово, шаг завершён");

        MimeMessage invitation = letter("testov", "Встреча назначена: Встреча по взаимоэкспертизе");
        assertThat(part(invitation, "text/plain")).contains("23.09.2022 15:00", "https://video.example.test/veselovskaya");
        assertThat(part(invitation, "text/calendar")).contains("METHOD:REQUEST", "DTSTART", "20220923T");
        letter("kuratorova", "Встреча назначена: Встреча по взаимоэкспертизе");
    }

    private void bothFinishTheirForms(Visitor first, Visitor second, long circle) {
        first.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.RECORD_MEETING, null).id());
        assertThat(first.sees().locator("[name=held]")).hasValue("2022-09-23T15:00");
        first.fill("participants", "Тестова Ольга Веселовна, координатор\nТестов Пётр Жукович, завуч");
        first.fill("minutes", "Обсудили мотивацию учеников. Договорились обменяться планами бесед с родителями.");
        first.fill("video", "https://video.example.test/record/1");
        first.shoot(1280, "14-record-meeting");
        first.press("Сохранить итоги встречи");
        assertThat(first.sees()).containsText("Готово, шаг завершён");

        first.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.FINISH_FORM, veselovskaya).id());
        assertThat(first.sees().locator("[name=strengths_motivation]")).hasValue("Кружки открыты в каждом классе");
        answer(first, "DATES", "PARTLY", "");
        first.fill("summary", "Программа полезна и выполнима");
        first.press("Завершить форму");
        assertThat(first.sees()).containsText("Поясните ответ");
        assertThat(first.sees().locator("[name=summary]")).hasValue("Программа полезна и выполнима");
        first.shoot(1280, "15-form-refused");
        answer(first, "DATES", "PARTLY", "У трёх мероприятий нет дня");
        first.press("Завершить форму");
        assertThat(first.sees()).containsText("Готово, шаг завершён");

        second.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.FINISH_FORM, zhukovskaya).id());
        answer(second, "DATES", "YES", "");
        second.fill("summary", "Замечаний по существу нет");
        second.press("Завершить форму");
        assertThat(second.sees()).containsText("Готово, шаг завершён");
    }

    private void theFinalFilesArePlacedAndChecked(Visitor first, Visitor second, Visitor curator, Visitor coordinator, long circle) throws IOException {
        first.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.UPLOAD_FINAL_FILE, veselovskaya).id());
        assertThat(textOf(first.download("Взаимоэкспертиза.docx"))).contains("МБОУ Веселовская СШ № 2", "МБОУ Жуковская СШ № 5",
            "Указать, кто и когда проводит беседы с родителями", "Пригласить учителя физики из соседней школы", "У трёх мероприятий нет дня",
            "Договорились обменяться планами бесед с родителями.", "https://video.example.test/record/1");
        place(first, "motivation", "16-place-final-file");
        second.open("/tasks/" + open(PeerReviewModel.KEY, circle, PeerReviewModel.UPLOAD_FINAL_FILE, zhukovskaya).id());
        place(second, "staff", "17-place-second-file");

        OpenTask ofFirst = open(PeerReviewModel.KEY, circle, PeerReviewModel.CHECK_UPLOAD, veselovskaya);
        curator.openInTaskList(ofFirst.id());
        assertThat(curator.sees()).containsText("Размещён 23.09.2022");
        curator.choose("accepted", "YES");
        curator.shoot(1280, "18-curator-checks");
        curator.press("Завершить проверку");
        isClosedInTheTaskList(curator);

        OpenTask ofSecond = open(PeerReviewModel.KEY, circle, PeerReviewModel.CHECK_UPLOAD, zhukovskaya);
        curator.open("/tasks/" + ofSecond.id());
        assertThat(curator.sees()).not().containsText("Проверить размещение"); // that he works there gives him nothing
        coordinator.open("/tasks/" + ofSecond.id());
        coordinator.choose("accepted", "YES");
        coordinator.shoot(1280, "19-coordinator-checks");
        coordinator.press("Завершить проверку");
        assertThat(coordinator.sees()).containsText("Готово, шаг завершён");
    }

    private void theReportIsSigned(Visitor coordinator) throws IOException {
        coordinator.open("/tasks/" + open(PeerReviewRoundModel.KEY, round, PeerReviewRoundModel.SIGN_REPORT, null).id());
        assertThat(textOf(coordinator.download("Отчёт о раунде (документ)"))).contains("Кругов, завершивших взаимоэкспертизу\t1",
            "Школ, передавших форму рекомендаций\t2\t100,0 %", "Школ, загрузка которых проверена\t2\t100,0 %", "Опозданий нет");
        coordinator.shoot(1280, "20-sign-report");
        coordinator.press("Подписать отчёт");
        assertThat(coordinator.sees()).containsText("Готово, шаг завершён");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(rounds.round(round).status()).isEqualTo(Round.Status.FINISHED));
        coordinator.open("/rounds/" + round);
        assertThat(coordinator.sees()).containsText("Отчёт о раунде подписан");
        coordinator.shoot(1280, "21-round-finished");
    }

    private static void theLettersHaveArrived() {
        String noticeOfFirst = "Ваш партнёр по взаимоэкспертизе: МБОУ Веселовская СШ № 2";
        String noticeOfSecond = "Ваш партнёр по взаимоэкспертизе: МБОУ Жуковская СШ № 5";
        String invitation = "Встреча назначена: Встреча по взаимоэкспертизе";
        assertThat(subjects("testova")).containsExactly(noticeOfFirst, invitation);
        assertThat(subjects("direktorova")).containsExactly(noticeOfFirst, invitation);
        assertThat(subjects("kuratorova")).containsExactly(noticeOfFirst, invitation);
        assertThat(subjects("testov")).containsExactly(noticeOfSecond, invitation);
        assertThat(subjects("direktorov")).containsExactly(noticeOfSecond, invitation);
        assertThat(subjects("raionova")).isEmpty(); // the decisions could wait for the daily digest
    }

    private static void place(Visitor school, String risk, String screenshot) {
        school.choose("under", risk);
        school.fill("on", "2022-09-23");
        school.press("Подтвердить размещение");
        assertThat(school.sees()).containsText("Отметьте, что файл размещён и открывается.");
        assertThat(school.sees().locator("[name=under][value=" + risk + "]")).isChecked();
        school.choose("placed", "yes");
        school.shoot(1280, screenshot);
        school.press("Подтвердить размещение");
        assertThat(school.sees()).containsText("Готово, шаг завершён");
    }

    private static void answer(Visitor school, String doubted, String judgement, String comment) {
        for (String question : List.of("TASKS", "INDICATORS", "DATES", "PROOFS")) {
            school.choose("overall_" + question, question.equals(doubted) ? judgement : "YES");
        }
        school.fill("comment_" + doubted, comment);
        for (Locator strengths : school.sees().locator("[name^=strengths_]").all()) {
            if (strengths.inputValue().isEmpty()) {
                strengths.fill("Сильная команда учителей");
            }
        }
    }

    private static void isClosedInTheTaskList(Visitor visitor) {
        assertThat(visitor.page().locator("iframe.marshrut-task")).hasCount(0);
    }

    private Visitor signedIn(String who, String language) {
        Visitor visitor = new Visitor(browser, port, language);
        visitor.signIn(address(who), PASSWORD);
        return visitor;
    }

    private long appoint(String name, String who, Role role, Place place) {
        return transaction.execute(status -> {
            int number = staff.appointmentsWithin(Place.region(region), LocalDate.of(2022, 9, 5)).size() + 1;
            long person = staff.addPerson(region, name, address(who), "+7 900 000-00-0" + number);
            staff.appoint(person, role, place, LocalDate.of(2022, 1, 10), "№ 1");
            accounts.setPassword(person, PASSWORD);
            return person;
        });
    }

    private void itIs(String local) {
        clock.moveTo(LocalDateTime.parse(local).atZone(MOSCOW).toInstant());
    }

    /** @param school or null where the step is one for all */
    private OpenTask open(String process, long key, String step, Long school) {
        return await(step).atMost(LIMIT).until(() -> tasks.of(process, String.valueOf(key)).stream()
            .filter(task -> task.step().equals(step) && (school == null || school.equals(task.schoolId()))).findFirst(), Optional::isPresent).get();
    }

    private static MimeMessage letter(String who, String subject) {
        return await(who + ": " + subject).atMost(LIMIT).until(() -> MAIL.acceptedFor(address(who)).stream()
            .filter(letter -> subject(letter).equals(subject)).findFirst(), Optional::isPresent).get();
    }

    private static List<String> subjects(String who) {
        return MAIL.acceptedFor(address(who)).stream().map(PeerReviewInBrowserTest::subject).toList();
    }

    private static String textOf(Path docx) throws IOException {
        try (InputStream in = Files.newInputStream(docx); XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(in))) {
            return words.getText();
        }
    }

    private static String address(String who) {
        return who + "@example.test";
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text of the first part of a type, empty where there is none. */
    private static String part(Part part, String type) {
        try {
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    String found = part(inner, type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
                return "";
            }
            return part.isMimeType(type) ? new String(part.getInputStream().readAllBytes(), UTF_8) : "";
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher find(String pattern) throws IOException {
        try (InputStream seed = PeerReviewInBrowserTest.class.getResourceAsStream("/seeds/002_6affaa3946b7ff4a.txt")) {
            Matcher matcher = Pattern.compile(pattern).matcher(new String(seed.readAllBytes(), UTF_8));
            assertThat(matcher.find()).as(pattern).isTrue();
            return matcher;
        }
    }
}
