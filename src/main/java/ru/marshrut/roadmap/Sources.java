package ru.marshrut.roadmap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.roadmap.Draft.Source;
import ru.marshrut.roadmap.OrderSource.Pasted;
import ru.marshrut.roadmap.OrderSource.Uploaded;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.roadmap.reading.RoadMapReading;
import ru.marshrut.shared.Refusal;

/** Reads the tables of an order, and keeps what they were read from. */
@Component
class Sources {

    /** Characters; the longest seed has 15,000. */
    private static final int LONGEST_TEXT = 2_000_000;

    /** As many as there are imports, each is kept. */
    private static final SlotRules RULES = new SlotRules(Integer.MAX_VALUE, 30L * 1024 * 1024, Set.of("docx", "xlsx"));

    /** Point of an order that names who controls it (seeds 002 and 003, point 3). */
    private static final Pattern CONTROL =
        Pattern.compile("контроль\\s+за\\s+[^.\\n]{0,100}?возложить\\s+на\\s+([^\\n]{3,150})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final RoadMapReading reading;
    private final Documents documents;
    private final MessageSource messages;

    Sources(RoadMapReading reading, Documents documents, MessageSource messages) {
        this.reading = reading;
        this.documents = documents;
        this.messages = messages;
    }

    /** Throws {@link Refusal} where there is nothing to read. */
    List<RawTable> tables(OrderSource source) {
        return source instanceof Uploaded uploaded ? tables(uploaded) : tables((Pasted) source);
    }

    private List<RawTable> tables(Pasted pasted) {
        if (pasted.text().isBlank()) {
            throw Refusal.ofField("text", "roadmap.source.empty");
        }
        if (pasted.text().length() > LONGEST_TEXT) {
            throw Refusal.ofField("text", "roadmap.source.tooLong", LONGEST_TEXT);
        }
        return reading.fromText(pasted.text());
    }

    private List<RawTable> tables(Uploaded uploaded) {
        try (InputStream content = uploaded.content().getInputStream()) {
            return reading.fromFile(uploaded.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom the order names for control, as written; empty where the text does not say. */
    String controlWords(OrderSource source, List<RawTable> tables) {
        StringBuilder text = new StringBuilder(source instanceof Pasted pasted ? pasted.text() : "");
        tables.forEach(table -> text.append('\n').append(table.caption()));
        Matcher named = CONTROL.matcher(text);
        return named.find() ? named.group(1).strip().replaceAll("\\.$", "") : "";
    }

    /** The order's words as far as they were kept: all of a pasted text, of a file those above its tables. */
    String words(Draft draft) {
        StringBuilder words = new StringBuilder();
        if (draft.source().fileName().isEmpty() && draft.source().documentId() != null) {
            try (InputStream text = documents.open(draft.source().documentId())) {
                words.append(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        draft.tables().forEach(table -> words.append('\n').append(table.caption()));
        return words.toString();
    }

    /** @param version that is prepared from it: until its approval only those who prepare it read it */
    Source keep(long roadMapId, int version, OrderSource source) {
        Slot slot = slot(roadMapId, version);
        try {
            return source instanceof Uploaded uploaded ? keep(slot, uploaded) : keep(slot, (Pasted) source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a version was prepared from and is not any more; who prepares it can still open it. */
    void takeBack(long roadMapId, int version) {
        documents.in(slot(roadMapId, version)).forEach(document -> documents.remove(document.id(), null));
    }

    private static Slot slot(long roadMapId, int version) {
        return new Slot(RoadMapAccess.SUBJECT, roadMapId + "-" + version, "order");
    }

    private Source keep(Slot slot, Pasted pasted) throws IOException {
        String name = messages.getMessage("roadmap.source.textName", null, Locale.forLanguageTag("ru"));
        return new Source("", documents.keep(slot, name, "text/plain; charset=UTF-8",
            new ByteArrayInputStream(pasted.text().getBytes(StandardCharsets.UTF_8))).id());
    }

    private Source keep(Slot slot, Uploaded uploaded) throws IOException {
        try (InputStream content = uploaded.content().getInputStream()) {
            return new Source(uploaded.fileName(), documents.accept(slot, RULES, uploaded.fileName(), content).id());
        }
    }
}
