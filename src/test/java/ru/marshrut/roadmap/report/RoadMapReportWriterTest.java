package ru.marshrut.roadmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Population;
import ru.marshrut.testing.LibreOffice;

/** Rows of seed 003 on its monitoring date, opened in a real LibreOffice. */
class RoadMapReportWriterTest {

    private static final LocalDate ON = LocalDate.of(2021, 6, 21);

    private final RoadMapReportWriter writer = new RoadMapReportWriter(messages());

    @Test
    void theDocumentIsTheOrdersTableWithFactAndNote() throws IOException {
        Path file = file("road-map-report.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeDocx(report(), out);
        }

        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Отчёт о реализации дорожной карты", "На 21.06.2021", "Приказ № 604 от 16.03.2021",
            "Мероприятий: 3, исполнено: 1, просрочено: 1, не исполнено: 0.", "Факт", "Примечание", "100% из 100% (26 из 26 школ)", "исполнено 16.03.2021",
            "87,5% из 100% (28 из 32 школ)", "срок прошёл, не исполнено", "план выполнен в 20 из 24", "участниками считаются все школы");
    }

    @Test
    void theTableHoldsTheSameRows() throws IOException {
        Path file = file("road-map-report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeXlsx(report(), out);
        }

        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("№", "Мероприятие", "Ответственные", "Примечание", "18.", "Размещение документов",
            "28 из 32 школ");
        assertThat(writer.fileName(report(), "xlsx")).isEqualTo("Отчёт дорожной карты на 2021-06-21.xlsx");
    }

    @Test
    void aKeptReportIsReadAsItWasWritten() throws IOException {
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();

        assertThat(json.readValue(json.writeValueAsString(report()), ReportContent.class)).isEqualTo(report());
    }

    private static ReportContent report() {
        return new ReportContent("Дорожная карта реализации проекта 500+", "Примерная область", 2021, "604", LocalDate.of(2021, 3, 16), ZoneId.of("Asia/Novokuznetsk"),
            ON, Instant.parse("2021-06-21T05:00:00Z"), true, List.of(
                row("11.", "Активация рисковых направлений", Measure.State.DONE, LocalDate.of(2021, 3, 16), false, figure(IndicatorKind.SHARE, "100", "100", 26, 26)),
                row("18.", "Размещение документов", Measure.State.RUNNING, null, true, figure(IndicatorKind.SHARE, "100", "87.5", 28, 32)),
                row("30.", "Публикации", Measure.State.RUNNING, null, false, figure(IndicatorKind.RATE, "2", "83.3", 20, 24))));
    }

    private static ReportContent.Row row(String number, String title, Measure.State state, LocalDate since, boolean overdue, Figure figure) {
        return new ReportContent.Row(number, title, "10.03.- 30.04.2021", "Координаторы от ШНОР", "100% школ-500+ разместили документы", Evidence.STAGE, state, since,
            null, LocalDate.of(2021, 4, 30), null, overdue, List.of(figure));
    }

    private static Figure figure(IndicatorKind kind, String target, String fact, int counted, int of) {
        boolean rate = kind == IndicatorKind.RATE;
        return new Figure(new Indicator(kind, List.of(rate ? Population.PUBLICATIONS : Population.SCHOOLS), new BigDecimal(target),
            rate ? Recurrence.Kind.WEEKLY : null, null, null, "100% школ"), new BigDecimal(fact), counted, of, counted == of);
    }

    private static Path file(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "road-map-reports")).resolve(name);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.roadmap-figures", "messages.roadmap", "messages.documents-office");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
