package ru.marshrut.peerreview.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import ru.marshrut.peerreview.report.FinalFileContent.Direction;
import ru.marshrut.peerreview.report.FinalFileContent.Form;
import ru.marshrut.peerreview.report.FinalFileContent.Meeting;
import ru.marshrut.peerreview.report.FinalFileContent.Paper;
import ru.marshrut.peerreview.report.FinalFileContent.Review;
import ru.marshrut.testing.LibreOffice;

class FinalFileWriterTest {

    private final FinalFileWriter writer = new FinalFileWriter(Papers.messages());

    @Test
    void thePairsFileShowsBothSidesTheMeetingAndTheSignatures() throws IOException {
        FinalFileContent content = Papers.pair();

        String text = printed(content, "pair");

        for (Review review : List.of(content.received(), content.given())) {
            assertThat(text).contains(review.reviewer().name(), review.reviewed().name(), review.form().author(),
                "ответ дан школой: " + review.form().author(), "Программа готова к доработке, пишет " + review.form().author());
            review.documents().forEach(paper -> assertThat(text).contains(paper.title()));
            for (Direction direction : review.form().directions()) {
                for (String said : List.of(direction.title(), direction.strengths(), direction.remarks(), direction.recommendations())) {
                    assertThat(text).containsIgnoringWhitespaces(said);
                }
            }
        }
        Meeting meeting = content.meetings().get(0);
        assertThat(text).contains("20.10.2022 14:30 (МСК+4)", meeting.link(), meeting.videoLink(), "Обсудили вызовы обеих школ.",
            "1. Провести совместный методический день", "2. Обменяться картами наблюдений");
        meeting.participants().forEach(participant -> assertThat(text).contains(participant));
        assertThat(text).contains("Взаимоэкспертиза антирисковых программ, 2022 год", "Примерский район", "Учебный муниципальный округ",
            "Вымышленный край", "частично", "Отклонений нет", "Образцов Пётр Макетович", "Кураторова Вера Шаблоновна", "Страница 1 из ");
        assertThat(text).doesNotContain("три школы");
    }

    @Test
    void aSchoolWithoutRemarksGetsASoundFile() throws IOException {
        Direction nothingSaid = new Direction("Пониженный уровень школьного благополучия", "Создана служба примирения.", " ", null);
        Form praise = new Form(1, Instant.parse("2022-10-28T08:15:00Z"), "Тестова Анна Примеровна", List.of(nothingSaid), Map.of(), "");
        Form noDirections = new Form(1, Instant.parse("2022-10-28T08:15:00Z"), "Пробный Игорь Демонстрациевич", List.of(), Map.of(), null);

        String text = printed(Papers.content(Papers.OZERKI,
            new Review(Papers.BERYOZOVKA, Papers.OZERKI, Papers.wholePackage("2022-10-05T09:00:00Z"), praise),
            new Review(Papers.OZERKI, Papers.BERYOZOVKA, Papers.wholePackage("2022-10-05T09:00:00Z"), noDirections),
            List.of(new Meeting(Instant.parse("2022-10-22T03:00:00Z"), null, List.of(), null, List.of(), null,
                "Согласовано региональным координатором 19.10.2022: болезнь координатора"))), "no-remarks");

        assertThat(text).contains("Создана служба примирения.", "Замечаний нет", "Рекомендаций нет", "нет ответа", "Без комментария",
            "Активированных рисковых направлений нет", "Участники не указаны", "Протокол не внесён", "Договорённости не записаны",
            "Ссылка на видеозапись не указана", "Согласовано региональным координатором", "Встреча проведена 22.10.2022, после срока",
            "Нет ссылки на видеозапись встречи 22.10.2022");
        assertThat(text).as("without a curator the municipal coordinator signs")
            .contains("Куратор: не назначен", "Муниципальный координатор", "Окружной Семён Примерович");
        assertThat(text).doesNotContain("null", "Общий вывод");
    }

    @Test
    void inACircleOfThreeTheReviewerIsNotTheReviewed() throws IOException {
        String text = printed(Papers.content(Papers.BERYOZOVKA,
            new Review(Papers.SOSNOVKA, Papers.BERYOZOVKA, Papers.wholePackage("2022-10-05T09:00:00Z"), Papers.form("Вымыслова Елена Сказочна", Papers.motivation())),
            new Review(Papers.BERYOZOVKA, Papers.OZERKI, Papers.wholePackage("2022-10-05T09:00:00Z"), Papers.form("Тестова Анна Примеровна", Papers.staff())),
            List.of(Papers.meeting())), "three");

        assertThat(text).contains("участвуют три школы", "Школа, которая дала рекомендации МБОУ «Сосновская ООШ»",
            "Школа, которой даны рекомендации МКОУ «Озёрская СОШ»",
            "2. Рекомендации, полученные от школы: МБОУ «Сосновская ООШ»", "3. Рекомендации, данные школе: МКОУ «Озёрская СОШ»");
    }

    @Test
    void aOneSidedReviewSaysWhatThePartnerDidNotHandOver() throws IOException {
        String text = printed(Papers.content(Papers.BERYOZOVKA,
            new Review(Papers.SOSNOVKA, Papers.BERYOZOVKA, List.of(
                new Paper("Рисковый профиль школы", Instant.parse("2022-10-07T18:00:00Z")), new Paper("Концепция развития", null)), null),
            new Review(Papers.BERYOZOVKA, Papers.SOSNOVKA, List.of(), Papers.form("Тестова Анна Примеровна", Papers.staff())),
            List.of(), "Муниципальный координатор разрешил завершить работу одной стороне 25.10.2022"), "one-sided");

        assertThat(text).contains("Взаимоэкспертиза односторонняя",
            "МБОУ «Сосновская ООШ»: ответа на уведомление о партнёре нет, форма рекомендаций партнёру не передана (срок — до 01.11.2022)",
            "МБОУ «Сосновская ООШ»: ответа на уведомление о партнёре нет, документы не переданы (срок — до 07.10.2022)",
            "МБОУ «Берёзовская СОШ № 1»: не передано — Концепция развития (срок — до 07.10.2022)",
            "Сведений о проведённой встрече нет (срок — до 21.10.2022)",
            "Муниципальный координатор разрешил завершить работу одной стороне 25.10.2022");
        assertThat(text).as("01:00 on the 8th in the region, though still the 7th in UTC")
            .contains("передано после срока — Рисковый профиль школы (08.10.2022 при сроке до 07.10.2022)");
    }

    @Test
    void itIsAProperWordDocument() throws IOException {
        try (InputStream in = Files.newInputStream(write(Papers.pair(), "structure")); XWPFDocument document = new XWPFDocument(in)) {
            var core = document.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Взаимоэкспертиза: МБОУ «Берёзовская СОШ № 1», 2022 год");
            assertThat(core.getCreator()).isEqualTo("Маршрут 500+");
            assertThat(core.getCreated()).isEqualTo(Papers.PREPARED_AT);
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            assertThat(document.getParagraphs()).filteredOn(p -> "Heading1".equals(p.getStyle())).extracting(XWPFParagraph::getText).hasSize(6);
            assertThat(document.getTables()).filteredOn(table -> table.getRow(0).getCell(0).getText().equals("Вопрос"))
                .hasSize(2).allMatch(table -> table.getRow(0).isRepeatHeader());
            assertThat(document.getHyperlinks()).extracting(link -> link.getURL())
                .contains("https://meet.example.org/krug-7", "https://example.org/net?subject=math",
                    "https://video.example.org/%D0%B7%D0%B0%D0%BF%D0%B8%D1%81%D1%8C/krug-7");
            assertThat(document.getTables()).extracting(XWPFTable::getNumberOfRows).doesNotContain(0);
        }
    }

    @Test
    void textsThatXmlCannotHoldAreCleanedAndBadAddressesStayText() throws IOException {
        Direction pasted = new Direction("Низкая учебная мотивация", "Вставлено\u0001 из\u000B чата \uD800до конца 👍",
            "Адрес с ошибкой: https://example.org/a|b и <b>разметка</b> & знак", "а".repeat(400));
        FinalFileContent content = Papers.content(Papers.BERYOZOVKA,
            new Review(Papers.OZERKI, Papers.BERYOZOVKA, Papers.wholePackage("2022-10-05T09:00:00Z"), Papers.form("Пробный Игорь Демонстрациевич", pasted)),
            Papers.pair().given(), List.of(Papers.meeting()));

        Path file = write(content, "pasted");

        try (InputStream in = Files.newInputStream(file); XWPFDocument document = new XWPFDocument(in)) {
            assertThat(document.getTables()).anySatisfy(table ->
                assertThat(table.getText()).contains("Вставлено из чата до конца 👍", "https://example.org/a|b и <b>разметка</b> & знак"));
        }
        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Вставлено из чата до конца");
    }

    @Test
    void reviewsOfOtherSchoolsAreRefused() {
        FinalFileContent pair = Papers.pair();

        assertThatThrownBy(() -> Papers.content(Papers.OZERKI, pair.received(), pair.given(), List.of()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Озёрская");
    }

    private String printed(FinalFileContent content, String name) throws IOException {
        return LibreOffice.textOf(LibreOffice.convert(write(content, name), "pdf"));
    }

    private Path write(FinalFileContent content, String name) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "papers")).resolve(name + ".docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(content, out);
        }
        return file;
    }
}
