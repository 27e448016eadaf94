package ru.marshrut.expertise.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.sample.DrawingProtocol.Drawing;
import ru.marshrut.expertise.sample.DrawingProtocol.Line;
import ru.marshrut.expertise.sample.DrawingProtocol.Municipal;

/** Writes the protocol of a drawing as DOCX: the rule, the algorithm in words, all schools with their lots, what was decided by hand. */
final class DrawingProtocolWriter {

    private static final List<String> STEPS = List.of("step.text", "step.hash", "step.fraction", "step.key", "step.order");

    private final MessageSource messages;

    DrawingProtocolWriter(MessageSource messages) {
        this.messages = messages;
    }

    /** @param out stays open */
    void write(DrawingProtocol protocol, OutputStream out) throws IOException {
        Texts texts = new Texts(messages, "expertise-protocol", protocol.zone());
        Expertise expertise = protocol.expertise();
        String title = texts.of("title");
        try (WordDocument document = new WordDocument(title, texts.of("footer", protocol.region(), String.valueOf(expertise.year())), texts,
                protocol.preparedAt())) {
            document.title(title);
            document.subject(texts.of("subject", expertise.stage(), String.valueOf(expertise.year()), protocol.region()));
            document.subtitle(texts.of("state", texts.minute(protocol.preparedAt())));
            new Pages(protocol, texts, document).write();
            document.writeTo(out);
        }
    }

    private record Pages(DrawingProtocol protocol, Texts texts, WordDocument document) {

        void write() {
            Drawing last = protocol.drawings().get(protocol.drawings().size() - 1);
            Expertise expertise = protocol.expertise();
            document.facts(List.of(
                List.of(texts.of("rule"), texts.of("rule." + expertise.sampleRule(), expertise.sampleSize())),
                List.of(texts.of("weights"), texts.of(expertise.byRisk() ? "weights.byRisk" : "weights.equal")),
                List.of(texts.of("seed"), String.valueOf(last.seed())),
                List.of(texts.of("day"), texts.minute(last.at())),
                List.of(texts.of("schools"), texts.of("schools.count", protocol.candidates(), protocol.drawn(), protocol.checked()))));
            document.heading(texts.of("steps"));
            document.text(texts.of("steps.intro"));
            document.list(STEPS.stream().map(step -> texts.of(step, String.valueOf(last.seed()))).toList());
            document.heading(texts.of("population"));
            protocol.municipalities().forEach(this::municipality);
            decisions();
            drawings();
            document.signatures(List.of(List.of(texts.of("coordinator"), protocol.coordinator())), texts.of("sign"), texts.of("sign.day"));
        }

        private void municipality(Municipal municipal) {
            document.subheading(texts.of("municipality", municipal.name(), municipal.quota(), municipal.candidates()));
            document.table(Stream.of("number", "school", "id", "weight", "digits", "key", "outcome").map(texts::of).toList(),
                List.of(500, 2855, 1000, 700, 1750, 1150, 1400), IntStream.range(0, municipal.lines().size())
                    .mapToObj(at -> line(at + 1, municipal.lines().get(at))).toList());
        }

        private List<String> line(int number, Line line) {
            boolean known = line.candidate() != null;
            return List.of(String.valueOf(number), line.name(), String.valueOf(line.schoolId()),
                known ? String.valueOf(line.candidate().weight()) : texts.of("none"), known ? line.lot().digits() : texts.of("none"),
                known ? String.format(Texts.RUSSIAN, "%.6f", line.lot().key()) : texts.of("none"), outcome(line));
        }

        private String outcome(Line line) {
            if (line.sampled() == null) {
                return texts.of("outcome.notDrawn");
            }
            return texts.of(line.isChecked() ? "outcome." + line.sampled().origin() : "outcome.excluded");
        }

        private void decisions() {
            document.heading(texts.of("decisions"));
            if (protocol.decisions().isEmpty()) {
                document.text(texts.of("decisions.none"));
                return;
            }
            document.table(Stream.of("decision.school", "decision.what", "decision.reason", "decision.by", "decision.at").map(texts::of).toList(),
                List.of(2655, 1400, 2600, 1500, 1200), protocol.decisions().stream().map(one -> List.of(one.school(),
                    texts.of(one.exclusion() ? "decision.excluded" : "decision.added"), one.reason(), texts.or(one.by(), "system"),
                    texts.day(one.at()))).toList());
        }

        private void drawings() {
            if (protocol.drawings().size() > 1) {
                document.heading(texts.of("drawings"));
                document.table(Stream.of("drawing.at", "seed", "drawing.reason", "decision.by").map(texts::of).toList(), List.of(2100, 1800, 3455, 2000),
                    protocol.drawings().stream().map(one -> List.of(texts.minute(one.at()), String.valueOf(one.seed()),
                        texts.or(one.reason(), "drawing.first"), texts.or(one.by(), "system"))).toList());
            }
        }
    }
}
