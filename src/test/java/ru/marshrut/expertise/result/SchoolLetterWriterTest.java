package ru.marshrut.expertise.result;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.expertise.result.MadeResults.PROGRAMME;
import static ru.marshrut.expertise.result.MadeResults.TASKS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.result.SchoolResult.Line;
import ru.marshrut.testing.LibreOffice;

class SchoolLetterWriterTest {

    @Test
    void theLetterHasPointsWordsCommentsAndRemarksAndUntilWhenToAnswer() throws IOException {
        SchoolResult result = new SchoolResult(MadeResults.expertise(Status.RELEASED), MadeResults.RUBRIC,
            MadeResults.school(1, "Примерский район", null, 2, 1, 2, 2),
            List.of(new Line(PROGRAMME, 2, "50–74%", false, List.of("Не проведены три мероприятия."), List.of()),
                new Line(TASKS, 1, "частично", true, List.of("Задачи названы не везде."), List.of("не поставлены задачи"))),
            List.of("не определены конкретные сроки"));
        Path file = Files.createDirectories(Path.of("target", "papers")).resolve("expertise-letter.docx");

        try (OutputStream out = Files.newOutputStream(file)) {
            new SchoolLetterWriter(MadeResults.messages()).write(result, new SchoolLetterWriter.Frame("Вымышленный край", ZoneId.of("Asia/Krasnoyarsk"),
                "Тестова Анна Примеровна", Instant.parse("2022-11-22T20:00:00Z")), out);
        }

        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Письмо о результатах экспертизы", "Школа № 1", "Вымышленный край",
            "Состояние на 23.11.2022", "7 из 9", "9 из 15", "2 из 3", "50–74%", "Не проведены три мероприятия.", "изменено по возражению",
            "не поставлены задачи", "не определены конкретные сроки", "до 29.11.2022 включительно", "Тестова Анна Примеровна");
    }
}
