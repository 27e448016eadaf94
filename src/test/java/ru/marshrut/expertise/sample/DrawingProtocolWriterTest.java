package ru.marshrut.expertise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SampledSchool.Origin;
import ru.marshrut.expertise.sample.DrawingProtocol.Decision;
import ru.marshrut.expertise.sample.DrawingProtocol.Drawing;
import ru.marshrut.expertise.sample.DrawingProtocol.Line;
import ru.marshrut.expertise.sample.DrawingProtocol.Municipal;
import ru.marshrut.testing.LibreOffice;

class DrawingProtocolWriterTest {

    private static final long SEED = 20221115;
    private static final Instant AT = Instant.parse("2022-11-15T05:00:00Z");

    private static DrawingProtocol protocol() {
        Expertise expertise = new Expertise(1, 2, 2022, 2, 3, null, Status.SAMPLING, SampleRule.COUNT, 2, true, SEED, 1, 1, LocalDate.of(2022, 11, 30), 10, 4,
            AT, null, null, null, null, null);
        Candidate first = new Candidate(102, 1, 1, 3);
        Candidate second = new Candidate(105, 2, 1, 1);
        Candidate third = new Candidate(104, 3, 1, 2);
        List<Line> lines = List.of(
            new Line(102, "Берёзовская школа", first, Lot.of(SEED, first), true, sampled(1, Origin.DRAWN, null), false),
            new Line(105, "Озёрская школа", second, Lot.of(SEED, second), true, sampled(2, Origin.DRAWN, "Школа на ремонте"), false),
            new Line(104, "Сосновская школа", third, Lot.of(SEED, third), false, null, false),
            new Line(777, "Поздняя школа", null, null, false, sampled(3, Origin.ADDED, null), false));
        return new DrawingProtocol(expertise, "Примерный край", ZoneId.of("Asia/Krasnoyarsk"), List.of(new Municipal("Примерный район", 3, 2, lines)),
            List.of(new Drawing(7, AT.minusSeconds(3600), null, null), new Drawing(SEED, AT, "Тестова Анна Примеровна", "Число выбрали при всех")),
            List.of(new Decision("Озёрская школа", true, "Школа на ремонте", "Тестова Анна Примеровна", AT),
                new Decision("Поздняя школа", false, "Присоединилась позже", "Тестова Анна Примеровна", AT)), AT, "Тестова Анна Примеровна");
    }

    private static SampledSchool sampled(long id, Origin origin, String excludedReason) {
        return new SampledSchool(id, 1, id, id, origin, null, excludedReason == null ? null : AT, excludedReason, null, null);
    }

    private static DrawingProtocolWriter writer() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.expertise-protocol", "messages.documents-office");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new DrawingProtocolWriter(messages);
    }

    @Test
    void whoReadsItCanDrawAgain() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "expertise-papers")).resolve("drawing.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer().write(protocol(), out);
        }

        try (InputStream in = Files.newInputStream(file); XWPFDocument document = new XWPFDocument(in)) {
            assertThat(document.getTables().get(1).getRows().stream().map(DrawingProtocolWriterTest::cells)).contains(
                List.of("1", "Берёзовская школа", "102", "3", "7a796ad79209e", "0,245759", "выбрана жребием"),
                List.of("2", "Озёрская школа", "105", "1", "974ea926bef8d", "0,525865", "исключена"),
                List.of("3", "Сосновская школа", "104", "2", "54878017f37f0", "0,554040", "не выбрана"),
                List.of("4", "Поздняя школа", "777", "—", "—", "—", "добавлена"));
        }
        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Протокол жеребьёвки школ", "Примерный край", "по 2 из каждого муниципалитета",
            "20221115", "15.11.2022 12:00 (МСК+4)", "20221115:12", "SHA-256", "разделите на вес школы", "жребием выбрано 2 из 3", "Школа на ремонте",
            "Присоединилась позже", "Все жеребьёвки", "Число выбрали при всех", "первая жеребьёвка", "Региональный координатор");
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(cell -> cell.getText()).toList();
    }
}
