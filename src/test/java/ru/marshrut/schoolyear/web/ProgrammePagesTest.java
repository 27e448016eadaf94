package ru.marshrut.schoolyear.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.OpenSlots;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.programme.MadeFiles;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts.Taking;
import ru.marshrut.schoolyear.programme.ProgrammeFiles;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;
import ru.marshrut.schoolyear.programme.ProgrammeRow;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.schoolyear.programme.Programmes;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** The pages of a programme and of the documents it belongs to, as school, curator, coordinators and neighbours open them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProgrammePagesTest {

    private static final String PASSWORD = "таблица-без-замечаний";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    ProgrammeDrafts drafts;
    @Autowired
    ProgrammeFiles files;
    @Autowired
    Programmes programmes;
    @Autowired
    ConceptDocuments concept;
    @Autowired
    Documents documents;
    @Autowired
    OpenSlots slots;
    @Autowired
    AuditTrail audit;

    private Told told;
    private SchoolYear year;
    private String page;
    private Viewer school;

    @BeforeEach
    void aSchoolPreparesItsProgramme() {
        story.itIs("2021-03-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        territory.activateRisks(told.school(), year.year(), java.util.Set.of("motivation", "staff"));
        school = story.viewer(staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), LocalDate.parse("2021-03-01")).get(0).id());
        page = "/school-years/" + year.id() + "/programme";
    }

    @Test
    void rowsAreAddedChangedMovedAndRemoved() {
        Browser browser = signedIn(school.personId());
        assertThat(browser.open(page).body()).contains("Новая строка", "Активированы, но без мероприятий", "Дефицит педагогических кадров");
        assertThat(post(browser, "/rows", row("motivation", "Олимпиада", "15.04.2021")).statusCode()).isEqualTo(302);
        assertThat(post(browser, "/rows", row("staff", "Курсы", "в течение года")).statusCode()).isEqualTo(302);
        List<ProgrammeRow> rows = drafts.rows(year.id());
        assertThat(rows).extracting(one -> one.text().measure()).containsExactly("Олимпиада", "Курсы");

        String shown = browser.open(page).body();
        assertThat(shown).contains("Строк с замечаниями: 1", "не определён конкретный срок", "понято:").doesNotContain("Активированы, но без мероприятий");
        assertThat(browser.open(page + "?edit=" + rows.get(1).id()).body()).contains("Сохранить строку", "value=\"в течение года\"").doesNotContain("Новая строка");

        post(browser, "/rows/" + rows.get(1).id() + "/up", Map.of());
        post(browser, "/rows/" + rows.get(1).id(), row("staff", "Курсы для учителей", "до 30.09.2021"));
        assertThat(drafts.rows(year.id())).extracting(one -> one.text().measure()).containsExactly("Курсы для учителей", "Олимпиада");
        assertThat(browser.open(page).body()).contains("Замечаний нет.");
        post(browser, "/rows/" + rows.get(0).id() + "/removal", Map.of());
        assertThat(drafts.rows(year.id())).extracting(ProgrammeRow::id).containsExactly(rows.get(1).id());
    }

    @Test
    void nothingTypedIsLostWhenARowIsRefused() {
        Browser browser = signedIn(school.personId());
        Map<String, String> typed = row("motivation", "Очень важное мероприятие", "x".repeat(2001));
        HttpResponse<String> answer = post(browser, "/rows", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("длиннее 2", "Очень важное мероприятие", "Повысить интерес");
        assertThat(post(browser, "/rows", row("no-such", "Олимпиада", "")).body()).contains("не найдено", "Олимпиада");
        assertThat(post(browser, "/rows", Map.of("task", " ")).body()).contains("Строка пуста");
        HttpResponse<String> gone = post(browser, "/rows/999999999", row("staff", "Строка из другой вкладки", "15.04.2021"));
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.body()).contains("уже удалили", "Строка из другой вкладки", "Новая строка");
        assertThat(drafts.rows(year.id())).isEmpty();
    }

    @Test
    void aProgrammeWithRemarksIsHandedInOnlyKnowingly() throws IOException {
        Browser browser = signedIn(school.personId());
        assertThat(post(browser, "/versions", Map.of()).body()).contains("нет ни одного мероприятия");
        post(browser, "/rows", row("motivation", "Олимпиада", "в течение года"));
        HttpResponse<String> warned = post(browser, "/versions", Map.of());
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("Осталось замечаний: 2", "передаю программу с ними");
        assertThat(programmes.measuresOf(year.id())).isEmpty();

        assertThat(post(browser, "/versions", Map.of("withRemarks", "true")).statusCode()).isEqualTo(302);
        assertThat(programmes.measuresOf(year.id())).extracting(ProgrammeMeasure::measure).containsExactly("Олимпиада");
        var kept = documents.in(SchoolDocuments.slot(told.school(), year.year(), "antiriskProgramme"));
        assertThat(kept).singleElement().satisfies(file -> assertThat(file.fileName()).isEqualTo("Антирисковая программа.docx"));
        try (InputStream content = documents.open(kept.get(0).id())) {
            assertThat(MadeFiles.tableOf(content.readAllBytes()).get(1)).containsExactly("1", "Низкая учебная мотивация обучающихся", "Повысить интерес",
                "Олимпиада", "60% обучающихся", "в течение года", "Завуч", "Приказ");
        }
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year.id()))).extracting(entry -> entry.text())
            .contains("Антирисковая программа, версия 1: мероприятий 1, оставлено замечаний 2");
        assertThat(signedIn(told.curator()).open(page).body()).as("the curator sees what was handed in").contains("Олимпиада", "передана с замечаниями: 2", "не определён день");
    }

    @Test
    void aMeasureStaysTheSameInLaterVersions() {
        long kept = drafts.add(year.id(), school, text("motivation", "Олимпиада", "15.04.2021"));
        long gone = drafts.add(year.id(), school, text("staff", "Курсы", "16.04.2021"));
        drafts.send(year.id(), school, true);
        assertThat(programmes.measuresOf(year.id())).extracting(ProgrammeMeasure::id).containsExactly(kept, gone);

        drafts.change(year.id(), school, kept, text("motivation", "Олимпиада по математике", "17.04.2021"));
        drafts.remove(year.id(), school, gone);
        long added = drafts.add(year.id(), school, text("staff", "Наставничество", "18.04.2021"));
        assertThat(programmes.measuresOf(year.id())).as("what was handed in holds until the next version").extracting(ProgrammeMeasure::measure)
            .containsExactly("Олимпиада", "Курсы");
        drafts.send(year.id(), school, true);
        assertThat(programmes.measuresOf(List.of(year.id())).get(year.id())).extracting(ProgrammeMeasure::id, ProgrammeMeasure::measure)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(kept, "Олимпиада по математике"), org.assertj.core.groups.Tuple.tuple(added, "Наставничество"));
        assertThat(drafts.versions(year.id())).extracting(version -> version.number()).containsExactly(2, 1);
    }

    @Test
    void aWordFileIsLookedAtAndThenTakesThePlaceOfTheRows() throws IOException {
        Browser browser = signedIn(school.personId());
        long kept = drafts.add(year.id(), school, text("motivation", "Предметная неделя!", ""));
        drafts.add(year.id(), school, text("staff", "Прежнее", ""));
        assertThat(browser.upload(page + "/import", "программа.docx", MadeFiles.wordWithMergedCells()).statusCode()).isEqualTo(302);
        String preview = browser.open(page + "/import").body();
        assertThat(preview).contains("программа.docx", "Предметная неделя", "Нет столбца с подтверждениями",
            "Строка 4, столбец «Рисковое направление»: направление «Что-то своё» не найдено", "Строка 4, столбец «Сроки реализации»: срок «по плану» не понят",
            "Заменить прежние строки (2)");
        assertThat(drafts.rows(year.id())).as("nothing has changed yet").hasSize(2);

        assertThat(post(browser, "/import/taken", Map.of("taking", "REPLACE")).statusCode()).isEqualTo(302);
        List<ProgrammeRow> rows = drafts.rows(year.id());
        assertThat(rows).extracting(one -> one.text().measure()).containsExactly("Олимпиада", "Предметная неделя", "Собрание");
        assertThat(rows.get(1).id()).as("the same measure").isEqualTo(kept);
        assertThat(rows.get(1).text().task()).as("of the merged cell").isEqualTo("Повысить интерес к предметам");
        assertThat(rows.get(2).text().directionWords()).isEqualTo("Что-то своё");
        assertThat(browser.open(page + "?edit=" + rows.get(2).id()).body()).contains("В файле: «Что-то своё»");
    }

    @Test
    void aWorkbookIsAddedToTheRowsOrDropped() throws IOException {
        Browser browser = signedIn(school.personId());
        drafts.add(year.id(), school, text("motivation", "Прежнее", "15.04.2021"));
        browser.upload(page + "/import", "план.xlsx", MadeFiles.workbookWithMergedCells());
        assertThat(post(browser, "/import/dropped", Map.of()).statusCode()).isEqualTo(302);
        assertThat(drafts.waiting(year.id())).isEmpty();

        browser.upload(page + "/import", "план.xlsx", MadeFiles.workbookWithMergedCells());
        post(browser, "/import/taken", Map.of("taking", "ADD"));
        List<ProgrammeRow> rows = drafts.rows(year.id());
        assertThat(rows).extracting(one -> one.text().measure()).containsExactly("Прежнее", "Курсы для учителей", "Наставничество");
        assertThat(rows).extracting(one -> one.text().direction()).as("the direction is merged over both").containsExactly("motivation", "staff", "staff");
        assertThat(rows.get(1).span().from()).isEqualTo("2021-09-01");
        assertThat(rows.get(1).span().due()).isEqualTo("2021-09-30");
        assertThat(rows.get(1).span().concrete()).isTrue();
        assertThat(post(browser, "/import/taken", Map.of("taking", "ADD")).body()).contains("уже перенесён или отменён");
    }

    @Test
    void aColumnIsReadAsItIsChosen() throws IOException {
        Browser browser = signedIn(school.personId());
        browser.upload(page + "/import", "программа.docx", MadeFiles.wordWithMergedCells());
        String columns = "table=0&columns=NUMBER&columns=DIRECTION&columns=NONE&columns=MEASURE&columns=DATES&columns=INDICATOR&columns=RESPONSIBLE";
        assertThat(browser.call("POST", page + "/import/columns", FORM, columns).statusCode()).isEqualTo(302);
        drafts.take(year.id(), school, Taking.REPLACE);
        assertThat(drafts.rows(year.id())).extracting(one -> one.text().task()).containsOnly("");
        browser.upload(page + "/import", "программа.docx", MadeFiles.wordWithMergedCells());
        assertThat(browser.call("POST", page + "/import/columns", FORM, columns.replace("MEASURE", "DATES")).body()).contains("выбрано одно и то же");
        assertThat(browser.call("POST", page + "/import/columns", FORM, columns.replace("MEASURE", "NONE")).body()).contains("в каком столбце записано мероприятие");
    }

    @Test
    void aFileThatIsNoProgrammeIsRefusedWithWhatToDo() throws IOException {
        Browser browser = signedIn(school.personId());
        HttpResponse<String> refused = browser.upload(page + "/import", "кадры.docx", MadeFiles.wordWithoutAProgramme());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("кадры.docx", "Скачайте шаблон");
        assertThat(browser.upload(page + "/import", "скан.docx", SampleFiles.rtf()).statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsExportedCanBeReadInAgainAndTheTemplateIsUnderstood() throws IOException {
        drafts.add(year.id(), school, text("motivation", "Олимпиада", "с 01.10.2021 по 30.11.2021"));
        drafts.add(year.id(), school, text("staff", "Курсы", "до 15 апреля"));
        List<ProgrammeText> before = drafts.rows(year.id()).stream().map(ProgrammeRow::text).toList();
        for (String format : List.of("xlsx", "docx")) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            if (format.equals("xlsx")) {
                files.writeXlsx(year, drafts.rows(year.id()), file);
            } else {
                files.writeDocx(year, 0, drafts.rows(year.id()), file);
            }
            drafts.readFile(year.id(), school, "программа." + format, new ByteArrayInputStream(file.toByteArray()));
            drafts.take(year.id(), school, Taking.REPLACE);
            assertThat(drafts.rows(year.id())).as(format).extracting(ProgrammeRow::text).isEqualTo(before);
        }
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        files.writeTemplate(year, template);
        assertThatThrownBy(() -> drafts.readFile(year.id(), school, "шаблон.xlsx", new ByteArrayInputStream(template.toByteArray())))
            .as("nothing has been filled in").isInstanceOf(Refusal.class);
        Browser browser = signedIn(school.personId());
        for (String path : List.of("/draft.xlsx", "/draft.docx", "/template.xlsx")) {
            assertThat(browser.open(page + path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void theProgrammeIsClosedWhileTheCuratorChecksItAndWhenItIsApproved() {
        story.started(ConceptDocumentsModel.KEY, year);
        for (String kind : List.of("developmentConcept", "midTermProgramme")) {
            story.upload(SchoolDocuments.slot(told.school(), year.year(), kind));
        }
        assertThat(slots.rulesFor(SchoolDocuments.slot(told.school(), year.year(), "antiriskProgramme"))).as("made, not uploaded").isEmpty();
        assertThatThrownBy(() -> story.does(year, ConceptDocumentsModel.SEND, Map.of())).hasMessageContaining("Антирисковая программа");
        drafts.add(year.id(), school, text("motivation", "Олимпиада", "15.04.2021"));
        drafts.send(year.id(), school, true);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        assertThatThrownBy(() -> drafts.send(year.id(), school, true)).isInstanceOf(Refusal.class).hasMessageContaining("schoolyear.programme.closed");
        Browser browser = signedIn(school.personId());
        assertThat(browser.open(page).body()).contains("Программу сейчас изменить нельзя").doesNotContain("Новая строка");
        HttpResponse<String> refused = post(browser, "/rows", row("staff", "Опоздало", "15.04.2021"));
        assertThat(refused.statusCode()).isEqualTo(422);

        Map<String, String> decisions = new LinkedHashMap<>();
        concept.sent(year.id()).forEach(one -> {
            decisions.put("decision_" + one.kind(), one.kind().equals("antiriskProgramme") ? "RETURN" : "APPROVE");
            decisions.put("comment_" + one.kind(), "Добавьте кадры");
        });
        story.does(year, ConceptDocumentsModel.CHECK, decisions);
        assertThat(browser.open("/tasks/" + story.task(year, ConceptDocumentsModel.SEND).id()).body()).contains("Возвращён: Добавьте кадры", page);
        assertThatThrownBy(() -> story.does(year, ConceptDocumentsModel.SEND, Map.of())).hasMessageContaining("schoolyear.concept.unchanged");
        drafts.add(year.id(), school, text("staff", "Курсы", "16.04.2021"));
        drafts.send(year.id(), school, true);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        String check = signedIn(told.curator()).open("/tasks/" + story.task(year, ConceptDocumentsModel.CHECK).id()).body();
        assertThat(check).contains("name=\"decision_antiriskProgramme\"").doesNotContain("name=\"decision_developmentConcept\"");
        story.does(year, ConceptDocumentsModel.CHECK, Map.of("decision_antiriskProgramme", "APPROVE", "comment_antiriskProgramme", "Теперь хорошо"));
        String placing = browser.open("/tasks/" + story.task(year, ConceptDocumentsModel.PLACE).id()).body();
        assertThat(placing).contains("Антирисковая программа.docx", "Теперь хорошо");
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-03-01", "placed", "yes"));
        String shown = browser.open("/school-years/" + year.id() + "/documents").body();
        assertThat(shown).contains("размещены в ИС МЭДК 01.03.2021", "Добавьте кадры", "Теперь хорошо", "Все версии (2)", "Подготовить новую версию", ".zip");
        HttpResponse<String> unchosen = browser.call("POST", "/school-years/" + year.id() + "/documents/change", FORM, "reason=%D0%A6%D0%B5%D0%BB%D1%8C");
        assertThat(unchosen.statusCode()).isEqualTo(422);
        assertThat(unchosen.body()).contains("хотя бы один одобренный", "Цель");
        assertThat(browser.call("POST", "/school-years/" + year.id() + "/documents/change", FORM, "kinds=antiriskProgramme&reason=x").statusCode()).isEqualTo(302);
        assertThat(drafts.isOpen(year)).isTrue();
    }

    @Test
    void theRegionalCoordinatorChangesTheRequiredSet() {
        String required = "/school-years/required?region=" + told.region() + "&year=2021";
        Browser regional = signedIn(told.regional());
        assertThat(regional.open(required).body()).contains("Сохранить перечень", "Среднесрочная программа", "Электронная дорожная карта");
        HttpResponse<String> empty = regional.call("POST", "/school-years/required", FORM, "region=" + told.region() + "&year=2021");
        assertThat(empty.statusCode()).isEqualTo(422);
        String own = URLEncoder.encode("Дорожная карта", StandardCharsets.UTF_8);
        assertThat(regional.call("POST", "/school-years/required", FORM, "region=" + told.region() + "&year=2021&kinds=roadMap&added=" + own).body())
            .contains("уже есть в перечне");
        own = URLEncoder.encode("План работы с родителями", StandardCharsets.UTF_8);
        assertThat(regional.call("POST", "/school-years/required", FORM, "region=" + told.region() + "&year=2021&kinds=roadMap&added=" + own).statusCode())
            .isEqualTo(302);
        assertThat(regional.open(required).body()).contains("План работы с родителями");
        assertThat(concept.required(year.id())).extracting(one -> one.name()).containsExactly("Дорожная карта", "План работы с родителями");
        assertThat(signedIn(told.municipal()).open(required).statusCode()).isEqualTo(404);
        assertThat(signedIn(told.municipal()).call("POST", "/school-years/required", FORM, "region=" + told.region() + "&year=2021&kinds=roadMap").statusCode())
            .isEqualTo(404);
    }

    @Test
    void neighboursLearnNothingAndChangeNothing() {
        long row = drafts.add(year.id(), school, text("motivation", "Тайная олимпиада", "15.04.2021"));
        drafts.send(year.id(), school, true);
        Told other = story.aSchool();
        Map<String, Long> neighbours = Map.of("curator of another school", other.curator(), "coordinator of another region", other.regional(),
            "expert of the region", people.appoint(Role.EXPERT, Place.region(told.region())));
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, person) -> {
            Browser neighbour = signedIn(person);
            for (String path : List.of(page, page + "/import", page + "/draft.xlsx", page + "/draft.docx", page + "/template.xlsx",
                "/school-years/" + year.id() + "/documents", "/schools/" + told.school() + "/years/2021/documents",
                "/documents/school-documents/" + told.school() + "-2021.zip")) {
                all.assertThat(neighbour.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
        });
        Map<String, Long> readers = Map.of("curator", told.curator(), "municipality", told.municipal(), "observer",
            people.appoint(Role.OBSERVER, Place.region(told.region())));
        readers.forEach((who, person) -> {
            Browser reader = signedIn(person);
            all.assertThat(reader.open(page).statusCode()).as(who).isEqualTo(200);
            all.assertThat(reader.open("/schools/" + told.school() + "/years/2021/documents").statusCode()).as(who).isEqualTo(302);
            all.assertThat(reader.open("/school-years/" + year.id() + "/documents").body()).as(who).contains("Антирисковая программа.docx");
            all.assertThat(reader.open(page + "/draft.xlsx").statusCode()).as("%s: what the school prepares", who).isEqualTo(404);
            for (String change : List.of("/rows", "/rows/" + row, "/rows/" + row + "/removal", "/rows/" + row + "/up", "/versions", "/import/dropped")) {
                all.assertThat(post(reader, change, row("staff", "Чужое", "")).statusCode()).as("%s: %s", who, change).isEqualTo(404);
            }
            all.assertThat(reader.call("POST", "/school-years/" + year.id() + "/documents/change", FORM, "kinds=antiriskProgramme&reason=x").statusCode())
                .as(who).isEqualTo(404);
        });
        all.assertThat(drafts.rows(year.id())).hasSize(1);
        all.assertAll();
    }

    private HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        return browser.call("POST", page + path, FORM, fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")));
    }

    private static Map<String, String> row(String direction, String measure, String dates) {
        return Map.of("direction", direction, "task", "Повысить интерес", "measure", measure, "indicator", "60% обучающихся", "dateWords", dates,
            "responsible", "Завуч", "evidence", "Приказ");
    }

    private static ProgrammeText text(String direction, String measure, String dates) {
        return new ProgrammeText(direction, "", "Повысить интерес", measure, "60% обучающихся", dates, "Завуч", "Приказ");
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
