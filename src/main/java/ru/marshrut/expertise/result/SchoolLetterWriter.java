package ru.marshrut.expertise.result;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.result.SchoolResult.Line;

/** Writes «Письмо о результатах экспертизы» of one school. */
public final class SchoolLetterWriter {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MessageSource messages;

    public SchoolLetterWriter(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param region   the name of the region
     * @param signer   the regional coordinator's name, may be empty
     * @param writtenAt the points are those of this moment
     */
    public record Frame(String region, ZoneId zone, String signer, Instant writtenAt) {}

    /** @param out stays open */
    public void write(SchoolResult result, Frame frame, OutputStream out) throws IOException {
        ResultTexts texts = new ResultTexts(messages, frame.zone());
        String title = texts.of("letter.title");
        try (WordDocument document = new WordDocument(title, texts.of("letter.footer", result.school().name()), texts, frame.writtenAt())) {
            document.title(title);
            document.subject(result.school().name());
            document.subtitle(texts.of("letter.subtitle", texts.title(result.expertise()), frame.region(), texts.day(frame.writtenAt())));
            document.text(texts.of("letter.total", texts.part(Part.CONTENT), texts.total(result)));
            if (result.rubric().isIncomplete(Part.CONTENT)) {
                document.notice(texts.incomplete(result.rubric(), Part.CONTENT));
            }
            document.heading(texts.of("letter.points"));
            document.table(List.of(texts.of("letter.criterion"), texts.of("letter.score"), texts.of("letter.level"), texts.of("letter.comments")),
                List.of(2700, 1650, 1755, 3250), result.lines().stream().map(line -> row(line, texts)).toList());
            remarks(result, texts, document);
            document.text(result.expertise().appealsUntil() == null ? texts.of("letter.notReleased")
                : texts.of("letter.appeal", texts.day(result.expertise().appealsUntil())));
            document.signatures(List.of(List.of(texts.of("letter.signer"), frame.signer())), texts.of("letter.sign"), texts.of("letter.day"));
            document.writeTo(out);
        }
    }

    private static List<String> row(Line line, ResultTexts texts) {
        return List.of(line.criterion().title(), texts.points(line.points(), line.criterion().maximum())
            + (line.changed() ? "\n" + texts.of("changed") : ""), line.words() == null ? texts.of("noWords") : line.words(),
            String.join("\n", line.comments()));
    }

    private static void remarks(SchoolResult result, ResultTexts texts, WordDocument document) {
        document.heading(texts.of("letter.remarks"));
        List<String> all = new ArrayList<>();
        result.lines().forEach(line -> line.remarks().forEach(remark -> all.add(texts.of("letter.remark", line.criterion().title(), remark))));
        all.addAll(result.remarks());
        if (all.isEmpty()) {
            document.text(texts.of("letter.noRemarks"));
        } else {
            document.list(all);
        }
    }
}
