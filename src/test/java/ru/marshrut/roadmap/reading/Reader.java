package ru.marshrut.roadmap.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.marshrut.shared.Question;

/** The reading with what it needs, and nothing else of the application. */
final class Reader {

    private static final ApplicationContext CONTEXT = new AnnotationConfigApplicationContext(
        "ru.marshrut.shared", "ru.marshrut.calendar.phrases", "ru.marshrut.documents.content", "ru.marshrut.roadmap.reading");
    static final RoadMapReading READING = CONTEXT.getBean(RoadMapReading.class);

    private Reader() {}

    static List<ReadTable> read(String text, ReadingContext context) {
        return READING.read(READING.fromText(text), context);
    }

    static List<RawTable> tables(Path file) {
        try (var content = Files.newInputStream(file)) {
            return READING.fromFile(file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String inRussian(Question question) {
        return CONTEXT.getMessage(question.code(), question.arguments().toArray(), Locale.forLanguageTag("ru"));
    }
}
