package ru.marshrut.territory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.AppointmentsChanged;
import ru.marshrut.territory.ImportPreview;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.territory.TerritoryImports;

@SpringBootTest
@RecordApplicationEvents
class TerritoryImportTest {

    private static final AtomicInteger REGIONS = new AtomicInteger();
    private static final LocalDate FEBRUARY = LocalDate.of(2022, 2, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2022, 9, 1);

    @Autowired
    TerritoryImports imports;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    AuditTrail audit;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    private long region;
    private String mail;

    @BeforeEach
    void aRegionWithNothingInIt() {
        int number = REGIONS.incrementAndGet();
        region = territory.addRegion("I" + number, "Примерная область " + number, "Europe/Moscow");
        mail = "@region" + number + ".example.org";
    }

    private Workbooks aSmallTerritory() {
        return Workbooks.workbook()
            .row("Муниципалитеты", "Примерный район")
            .row("Школы", 100001, "Примерная школа № 1", "Примерный  район", "село")
            .row("Школы", "sch2", "Примерная школа № 2", "Примерный район", "Посёлок")
            .row("Люди", "Тестова Анна Примеровна", "anna" + mail, "8 (900) 000-00-01", "100001")
            .row("Люди", "Примеров Борис Тестович", "boris" + mail, 89000000002L, "sch2")
            .row("Люди", "Образцова Вера Примеровна", "vera" + mail, null, null)
            .row("Назначения", "anna" + mail, "координатор от ШНОР", "100001", FEBRUARY, null, "№ 15")
            .row("Назначения", "boris" + mail, "Куратор", 100001, "01.02.2022", null, "№ 16")
            .row("Назначения", "vera" + mail, "муниципальный координатор", "примерный район", FEBRUARY, null, null)
            .row("Рисковые направления", "100001", 2022, 6)
            .row("Рисковые направления", "100001", 2022, "Дефицит педагогических кадров")
            .row("Конфликты", "sch2", "100001", "Директора школ — родственники");
    }

    private ImportPreview carryOut(Workbooks workbook) {
        long upload = imports.upload(region, "территория.xlsx", workbook.stream());
        ImportPreview preview = imports.preview(region, upload);
        assertThat(preview.problems()).isEmpty();
        ImportPreview done = imports.confirm(region, upload, preview.fingerprint());
        assertThat(done.sections()).as("the dry run says what happens").isEqualTo(preview.sections());
        return done;
    }

    @Test
    void whatTheFileStatesIsThereAfterwards() {
        ImportPreview done = carryOut(aSmallTerritory());

        assertThat(done.added()).isEqualTo(1 + 2 + 3 + 3 + 1 + 1);
        School first = territory.schoolByCode(region, "100001").orElseThrow();
        assertThat(first.name()).isEqualTo("Примерная школа № 1");
        assertThat(staff.personByEmail("boris" + mail).orElseThrow().phone()).isEqualTo("+79000000002");
        assertThat(staff.personByEmail("anna" + mail).orElseThrow().phone()).isEqualTo("+79000000001");
        assertThat(staff.holding(Role.CURATOR, first.place(), FEBRUARY)).extracting("email").containsExactly("boris" + mail);
        assertThat(staff.holding(Role.MUNICIPAL_COORDINATOR, Place.municipality(first.municipalityId()), FEBRUARY)).hasSize(1);
        assertThat(territory.activatedRisks(Set.of(first.id()), 2022)).containsEntry(first.id(), Set.of("motivation", "staff"));
        assertThat(territory.conflictsOf(first.id())).extracting("reason").containsExactly("Директора школ — родственники");
        assertThat(staff.employedAt(Set.of(first.id())).get(first.id())).hasSize(1);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        carryOut(aSmallTerritory());
        events.clear();
        String before = everything();

        ImportPreview again = carryOut(aSmallTerritory());

        assertThat(again.changesNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(1 + 2 + 3 + 3 + 1 + 1);
        assertThat(everything()).isEqualTo(before);
        assertThat(events.stream(AppointmentsChanged.class)).isEmpty();
    }

    private String everything() {
        return jdbc.sql("""
            select (select string_agg(s::text, ';' order by id) from school s where region_id = :r)
                || (select string_agg(p::text, ';' order by id) from person p where region_id = :r)
                || (select string_agg(a::text, ';' order by a.id) from appointment a join person p on p.id = a.person_id where p.region_id = :r)
                || (select count(*) from audit_entry)""").param("r", region).query(String.class).single();
    }

    @Test
    void changesAreShownWithOldAndNewValueAndThenMade() {
        carryOut(aSmallTerritory());
        events.clear();

        ImportPreview done = carryOut(Workbooks.workbook()
            .row("Школы", 100001, "Примерная школа № 1 имени Образца", "Примерный район", "город")
            .row("Люди", "Тестова Анна Примеровна", "ANNA" + mail, "+7 900 000-00-09", null)
            .row("Назначения", "boris" + mail, "куратор", "100001", FEBRUARY, LocalDate.of(2022, 8, 31), null)
            .row("Назначения", "vera" + mail, "куратор", "100001", SEPTEMBER, null, "№ 77")
            .row("Рисковые направления", "100001", 2022, 6));

        assertThat(done.sections().stream().flatMap(section -> section.differences().stream()).map(difference ->
                difference.kind() + " " + difference.row() + " " + difference.subject() + difference.fields().stream()
                    .map(field -> "; " + field.column() + ": " + field.before() + " → " + field.now()).collect(Collectors.joining())))
            .containsExactly(
                "CHANGED 2 100001 — Примерная школа № 1 имени Образца; Название: Примерная школа № 1 → Примерная школа № 1 имени Образца;"
                    + " Населённый пункт: село → город",
                "CHANGED 2 Тестова Анна Примеровна (ANNA" + mail + "); Телефон: +79000000001 → +79000000009",
                "ENDED 2 Примеров Борис Тестович — куратор, 100001; По:  → 31.08.2022",
                "ADDED 3 Образцова Вера Примеровна — куратор, 100001; С:  → 01.09.2022; Номер приказа:  → № 77",
                "CHANGED 2 100001, 2022 год; Направление: Дефицит педагогических кадров; Низкая учебная мотивация обучающихся"
                    + " → Низкая учебная мотивация обучающихся");
        School first = territory.schoolByCode(region, "100001").orElseThrow();
        assertThat(staff.holding(Role.CURATOR, first.place(), SEPTEMBER)).extracting("fullName").containsExactly("Образцова Вера Примеровна");
        assertThat(staff.holding(Role.SCHOOL_COORDINATOR, first.place(), SEPTEMBER)).as("what the file does not name stays").hasSize(1);
        assertThat(events.stream(AppointmentsChanged.class)).containsExactly(new AppointmentsChanged(Set.of(first.place())));
        assertThat(audit.about(Subject.of("region", region))).extracting(AuditEntry::text).endsWith(
            "Загружена территория из файла «территория.xlsx»: добавлено 1, изменено 3, завершено назначений 1, без изменений 0");
        long vera = staff.personByEmail("vera" + mail).orElseThrow().id();
        assertThat(audit.about(Subject.of("person", vera))).hasSize(2);
    }

    @Test
    void anAppointmentEndedMeanwhileIsNotRevivedByTheOldFile() {
        carryOut(aSmallTerritory());
        School first = territory.schoolByCode(region, "100001").orElseThrow();
        long curatorship = staff.historyOf(first.place()).stream().filter(a -> a.role() == Role.CURATOR).findFirst().orElseThrow().id();
        staff.end(curatorship, LocalDate.of(2022, 5, 31), "Приказ № 40");

        assertThat(carryOut(aSmallTerritory()).changesNothing()).isTrue();
        assertThat(staff.holding(Role.CURATOR, first.place(), SEPTEMBER)).isEmpty();
    }

    @Test
    void eachMistakeIsToldByPlaceValueAndRemedy() {
        long other = territory.addRegion("S" + region, "Соседняя область " + region, "Europe/Moscow");
        staff.addPerson(other, "Соседова Галина Примеровна", "galina" + mail, null);
        carryOut(aSmallTerritory());

        long upload = imports.upload(region, "ошибки.xlsx", Workbooks.workbook()
            .row("Муниципалитеты", "Новый район")
            .row("Муниципалитеты", "новый  РАЙОН")
            .row("Школы", "sch3", null, "Новый район", "село")
            .row("Школы", "sch4", "Школа № 4", "Нигдешний район", "село")
            .row("Школы", "sch5", "Школа № 5", "Новый район", "мегаполис")
            .row("Люди", "Тестова", "nobody", "нет", "sch9")
            .row("Люди", "Соседова Галина Примеровна", "galina" + mail, null, null)
            .row("Люди", "Дальний Дмитрий Тестович", "dmitry" + mail, null, "sch9")
            .row("Люди", "Примеров Борис Тестович", "boris" + mail, null, "100001")
            .row("Назначения", "unknown" + mail, "куратор", "sch2", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "завхоз", "sch2", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "администратор", "регион", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "куратор", "Примерный район", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "региональный координатор", "Примерный район", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "муниципальный координатор", "100001", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "наблюдатель", "регион", "31.02.2022", null, null)
            .row("Назначения", "anna" + mail, "наблюдатель", "регион", SEPTEMBER, FEBRUARY, null)
            .row("Назначения", "vera" + mail, "куратор", "100001", SEPTEMBER, null, null)
            .row("Назначения", "boris" + mail, "куратор", "sch2", FEBRUARY, null, null)
            .row("Назначения", "anna" + mail, "координатор от школы", "100001", SEPTEMBER, null, null)
            .row("Назначения", "anna" + mail, "координатор от школы", "sch3", FEBRUARY, null, null)
            .row("Рисковые направления", "sch9", 2022, 6)
            .row("Рисковые направления", "100001", 22, 6)
            .row("Рисковые направления", "100001", 2022, 11)
            .row("Конфликты", "sch2", "sch2", "Причина")
            .row("Конфликты", "sch2", "100001", null)
            .stream());
        ImportPreview preview = imports.preview(region, upload);

        assertThat(preview.problems().stream().map(p -> String.join(" | ", p.sheet(), String.valueOf(p.row()), p.column(), p.value(), p.text())))
            .containsExactly(
                "Муниципалитеты | 3 | Муниципалитет | новый  РАЙОН | Повторяет строку 2. Оставьте одну из них.",
                "Школы | 2 | Название |  | Ячейка пуста. Заполните её.",
                "Школы | 3 | Муниципалитет | Нигдешний район | Такого муниципалитета нет ни в файле, ни в программе."
                    + " Исправьте название или добавьте его на лист «Муниципалитеты».",
                "Школы | 4 | Населённый пункт | мегаполис | Неизвестный вид населённого пункта. Напишите: город, посёлок или село.",
                "Люди | 2 | ФИО | Тестова | Нужны фамилия и имя. Напишите ФИО полностью.",
                "Люди | 2 | Почта | nobody | Не похоже на адрес почты. Напишите его полностью, например anna.testova@example.org.",
                "Люди | 2 | Телефон | нет | Не похоже на номер телефона. Напишите его с кодом, например +7 900 000-00-00.",
                "Люди | 3 | Почта | galina" + mail + " | Эта почта занята участником из другого региона. Укажите другой адрес.",
                "Люди | 4 | Место работы | sch9 | Школы с кодом «sch9» нет ни в файле, ни в программе."
                    + " Исправьте код или добавьте школу на лист «Школы».",
                "Люди | 5 | Место работы | 100001 | Человек — куратор школы 100001 и не может в ней работать."
                    + " Исправьте место работы или завершите назначение куратором.",
                "Назначения | 2 | Почта | unknown" + mail + " | Человека с такой почтой нет ни в файле, ни в программе."
                    + " Исправьте адрес или добавьте человека на лист «Люди».",
                "Назначения | 3 | Роль | завхоз | Неизвестная роль. Выберите её из списка в шаблоне.",
                "Назначения | 4 | Роль | администратор | Администратора загрузкой не назначают. Удалите строку;"
                    + " администратора назначает администратор системы.",
                "Назначения | 5 | Место | Примерный район | Роль «куратор» назначают в школе, а школы с таким кодом нет. Впишите код с листа «Школы».",
                "Назначения | 6 | Место | Примерный район | Роль «региональный координатор» назначают в регионе. Впишите слово «регион».",
                "Назначения | 7 | Место | 100001 | Роль «муниципальный координатор» назначают в муниципалитете, а такого нет."
                    + " Впишите название с листа «Муниципалитеты».",
                "Назначения | 8 | С | 31.02.2022 | Не похоже на дату. Напишите день, месяц и год: ДД.ММ.ГГГГ.",
                "Назначения | 9 | По | 01.02.2022 | Последний день раньше первого. Исправьте дату.",
                "Назначения | 10 | С | 01.09.2022 | В эти дни роль «куратор» здесь уже занята: Примеров Борис Тестович, с 01.02.2022."
                    + " Заполните у прежнего назначения «По» или исправьте дату «С».",
                "Назначения | 12 | С | 01.09.2022 | Этот человек уже назначен сюда в той же роли с 01.02.2022."
                    + " Укажите ту же дату «С» или завершите прежнее назначение.",
                "Рисковые направления | 2 | Код школы | sch9 | Школы с кодом «sch9» нет ни в файле, ни в программе."
                    + " Исправьте код или добавьте школу на лист «Школы».",
                "Рисковые направления | 3 | Год | 22 | Не похоже на год программы. Напишите четыре цифры, например 2022.",
                "Рисковые направления | 4 | Направление | 11 | Неизвестное рисковое направление. Выберите название из списка или напишите номер от 1 до 10.",
                "Конфликты | 2 | Код другой школы | sch2 | Школа не может быть в конфликте с самой собой. Впишите код другой школы.",
                "Конфликты | 3 | Причина |  | Ячейка пуста. Заполните её.");
        assertThatThrownBy(() -> imports.confirm(region, upload, preview.fingerprint()))
            .isInstanceOf(Refusal.class).hasMessageContaining("territory.import.hasProblems");
        assertThat(imports.waiting(region)).as("the file is kept").extracting("fileName").containsExactly("ошибки.xlsx");
        assertThat(territory.municipalitiesOf(region)).hasSize(1);
    }

    @Test
    void aCuratorIsNotEmployedInTheSchool() {
        carryOut(aSmallTerritory());
        long upload = imports.upload(region, "куратор.xlsx", Workbooks.workbook()
            .row("Назначения", "boris" + mail, "куратор", "sch2", FEBRUARY, null, null).stream());
        assertThat(imports.preview(region, upload).problems()).extracting("column", "text").containsExactly(
            org.assertj.core.groups.Tuple.tuple("Место",
                "Куратор не может быть сотрудником школы, которую курирует. Назначьте другого человека или исправьте место работы."));
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            var page = workbook.createSheet("Муниципалитеты");
            page.createRow(0).createCell(0).setCellValue("Район");
            page.createRow(1).createCell(0).setCellValue("Примерный район");
            workbook.write(target);
            long upload = imports.upload(region, "без столбца.xlsx", new ByteArrayInputStream(target.toByteArray()));
            assertThat(imports.preview(region, upload).problems()).extracting("row", "text").containsExactly(org.assertj.core.groups.Tuple.tuple(
                1, "На листе нет обязательного столбца «Муниципалитет». Верните заголовок, как в шаблоне."));
        }
    }

    @Test
    void whatHasChangedSinceThePreviewIsShownAnewBeforeItIsWritten() {
        long upload = imports.upload(region, "территория.xlsx", aSmallTerritory().stream());
        ImportPreview preview = imports.preview(region, upload);
        territory.addMunicipality(region, "Примерный район");

        assertThatThrownBy(() -> imports.confirm(region, upload, preview.fingerprint()))
            .isInstanceOf(Refusal.class).hasMessageContaining("territory.import.changedMeanwhile");
        assertThat(territory.schoolsWithin(Place.region(region))).isEmpty();
        imports.confirm(region, upload, imports.preview(region, upload).fingerprint());
        assertThat(territory.schoolsWithin(Place.region(region))).hasSize(2);
        imports.confirm(region, upload, preview.fingerprint());
        assertThat(territory.schoolsWithin(Place.region(region))).as("a second click").hasSize(2);
    }

    @Test
    void anUploadOfAnotherRegionDoesNotExist() {
        long upload = imports.upload(region, "территория.xlsx", aSmallTerritory().stream());
        long neighbour = territory.addRegion("N" + region, "Соседняя область " + region, "Europe/Moscow");

        assertThatThrownBy(() -> imports.preview(neighbour, upload)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> imports.confirm(neighbour, upload, "")).isInstanceOf(NotYours.class);
    }

    @Test
    void theTemplateIsReadAsAnEmptyWorkbook() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        imports.writeTemplate(target);

        long upload = imports.upload(region, "шаблон.xlsx", new ByteArrayInputStream(target.toByteArray()));
        ImportPreview preview = imports.preview(region, upload);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.changesNothing()).isTrue();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Как заполнять");
            assertThat(workbook.getSheet("Назначения").getDataValidations()).hasSize(1);
            assertThat(workbook.getSheet("Назначения").getRow(0).getCell(2).getCellComment().getString().getString()).contains("«регион»");
        }
    }

    @Test
    void whatIsNoHarmlessWorkbookIsRefusedWithAReason() throws Exception {
        Map<String, byte[]> files = Map.of(
            "territory.import.emptyFile", new byte[0],
            "territory.import.tooLarge", new byte[TerritoryImports.LARGEST + 1],
            "territory.import.notAWorkbook", "Код;Название".getBytes(StandardCharsets.UTF_8),
            "territory.import.encrypted", encrypted(),
            "territory.import.oldFormat", oldFormat(),
            "territory.import.macros", zip("xl/workbook.xml", "xl/vbaProject.bin"),
            "territory.import.damaged", zip("xl/workbook.xml"),
            "territory.import.tooLargeInside", bomb(),
            "territory.import.noSheets", anotherTable());
        files.forEach((code, content) -> assertThatThrownBy(() -> imports.upload(region, "файл.xlsx", new ByteArrayInputStream(content)))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code)));
        byte[] cut = aSmallTerritory().bytes();
        InputStream half = new ByteArrayInputStream(cut, 0, cut.length / 2);
        assertThatThrownBy(() -> imports.upload(region, "файл.xlsx", half))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("territory.import.damaged"));
        assertThat(imports.waiting(region)).isEmpty();
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("пароль");
            try (var stream = encryptor.getDataStream(container)) {
                stream.write(Workbooks.workbook().row("Муниципалитеты", "Примерный район").bytes());
            }
            container.writeFilesystem(target);
            return target.toByteArray();
        }
    }

    private static byte[] oldFormat() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "Workbook");
            container.writeFilesystem(target);
            return target.toByteArray();
        }
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return target.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 20; i++) {
                zip.write(block);
            }
        }
        return target.toByteArray();
    }

    private static byte[] anotherTable() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            workbook.createSheet("Лист1");
            workbook.write(target);
            return target.toByteArray();
        }
    }

    @Test
    void aWholeCountrysSchoolsAreImportedAtOnce() {
        int schools = 5_400;
        int people = 20_000;
        Workbooks workbook = Workbooks.workbook();
        for (int i = 0; i < 60; i++) {
            workbook.row("Муниципалитеты", "Примерный район № " + i);
        }
        for (int i = 0; i < schools; i++) {
            workbook.row("Школы", "sch" + i, "Примерная школа № " + i, "Примерный район № " + i % 60, List.of("город", "посёлок", "село").get(i % 3));
        }
        for (int i = 0; i < people; i++) {
            workbook.row("Люди", "Тестов" + i + " Пример Образцович", "p" + i + mail, 79000000000L + i, "sch" + i % schools);
        }
        int appointments = 0;
        for (int i = 0; i < schools; i++) {
            workbook.row("Назначения", "p" + i + mail, "координатор от школы", "sch" + i, FEBRUARY, null, "№ 1");
            workbook.row("Назначения", "p" + (schools + i) + mail, "координатор от школы", "sch" + i, FEBRUARY, null, "№ 1");
            workbook.row("Назначения", "p" + (2 * schools + i) + mail, "директор", "sch" + i, "01.02.2022", null, null);
            workbook.row("Назначения", "p" + (i + 1) % schools + mail, "куратор", "sch" + i, FEBRUARY, SEPTEMBER, "№ 2");
            workbook.row("Назначения", "p" + (i + 2) % schools + mail, "куратор", "sch" + i, SEPTEMBER.plusDays(1), null, "№ 3");
            appointments += 5;
        }
        int risks = 0;
        for (int i = 0; i < schools; i++) {
            for (int direction = 1; direction <= 2 + i % 2; direction++, risks++) {
                workbook.row("Рисковые направления", "sch" + i, 2022, 1 + (i + direction) % 10);
            }
        }
        byte[] file = workbook.bytes();
        Runtime runtime = Runtime.getRuntime();

        long start = System.nanoTime();
        long upload = imports.upload(region, "страна.xlsx", new ByteArrayInputStream(file));
        ImportPreview preview = imports.preview(region, upload);
        long previewed = System.nanoTime();
        assertThat(preview.problems()).isEmpty();
        imports.confirm(region, upload, preview.fingerprint());
        long confirmed = System.nanoTime();
        long again = imports.upload(region, "страна.xlsx", new ByteArrayInputStream(file));
        assertThat(imports.preview(region, again).changesNothing()).isTrue();

        System.out.printf("import of %d schools, %d people, %d appointments, %d risks (%d KB): preview %.1f s, confirmation %.1f s, heap in use %d MB%n",
            schools, people, appointments, risks, file.length / 1024, (previewed - start) / 1e9, (confirmed - previewed) / 1e9,
            (runtime.totalMemory() - runtime.freeMemory()) / 1024 / 1024);
        assertThat(territory.schoolsWithin(Place.region(region))).hasSize(schools);
        assertThat(staff.appointmentsWithin(Place.region(region), FEBRUARY)).hasSize(schools * 4);
    }
}
