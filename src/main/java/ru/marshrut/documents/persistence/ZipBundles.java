package ru.marshrut.documents.persistence;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.Bundles;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.content.FileName;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

@Component
class ZipBundles implements Bundles {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    /** The list names the zone: its readers may sit in several. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Moscow"));

    private final Documents documents;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    ZipBundles(Documents documents, Staff staff, MessageSource messages, Clock clock) {
        this.documents = documents;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void write(List<Part> parts, OutputStream target) throws IOException {
        List<Line> lines = lines(parts);
        ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED); // most documents are packed already
        for (Line line : lines) {
            zip.putNextEntry(entry(line.path, line.document.storedAt()));
            try (InputStream content = documents.open(line.document.id())) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.putNextEntry(entry(text("documents.list.fileName"), clock.instant()));
        Writer list = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        writeList(lines, list);
        list.flush();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private record Line(String path, String kind, StoredDocument document) {}

    private List<Line> lines(List<Part> parts) {
        List<Line> lines = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Part part : parts) {
            String folder = part.folder().isBlank() ? "" : FileName.clean(part.folder().replaceAll("[/\\\\]", "-")) + "/";
            for (StoredDocument document : documents.of(part.subjectType(), part.subjectId())) {
                String kind = part.kinds().getOrDefault(document.slot().kind(), kind(document));
                lines.add(new Line(unique(folder + FileName.clean(kind) + "/", document.fileName(), used), kind, document));
            }
        }
        return lines;
    }

    private static String unique(String folder, String name, Set<String> used) {
        String path = folder + name;
        for (int n = 2; !used.add(path.toLowerCase(RUSSIAN)); n++) {
            path = folder + FileName.numbered(name, n);
        }
        return path;
    }

    /** Begins with the byte order mark, so that Windows shows it as it is. */
    private void writeList(List<Line> lines, Writer out) throws IOException {
        Map<Long, String> authors = staff.people(lines.stream().map(line -> line.document.authorId()).filter(Objects::nonNull).distinct().toList())
            .values().stream().collect(toMap(Person::id, Person::fullName));
        out.write('\uFEFF');
        out.write(text("documents.list.title", TIME.format(clock.instant()), lines.size()) + "\r\n");
        int number = 0;
        for (Line line : lines) {
            StoredDocument document = line.document;
            String author = document.authorId() == null ? text("documents.list.system")
                : authors.getOrDefault(document.authorId(), text("documents.list.unknown"));
            out.write("\r\n" + text("documents.list.entry", ++number, line.path, line.kind, document.version(), document.size(),
                author, TIME.format(document.storedAt()), document.sha256()) + "\r\n");
        }
    }

    private String kind(StoredDocument document) {
        return messages.getMessage(new DefaultMessageSourceResolvable(
            new String[] {"documents.kind." + document.slot().kind(), "documents.kind.other"}), RUSSIAN);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    private static ZipEntry entry(String path, Instant time) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(time.toEpochMilli());
        return entry;
    }
}
