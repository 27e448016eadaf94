package ru.marshrut.documents.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.marshrut.documents.content.Finding.Flaw;

/**
 * A PDF, looked at from its end as readers do (ISO 32000-1, 7.5.5): the last cross-reference section must be where the
 * file says, and its trailer tells whether the file is encrypted.
 */
final class PdfFile {

    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,12})\\s+%%EOF");
    /** A cross-reference table or the object of a cross-reference stream. */
    private static final Pattern SECTION = Pattern.compile("(?<!start)xref|\\d+\\s+\\d+\\s+obj");
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt(?![A-Za-z])");

    /** Bytes: how far from its end a file may carry %%EOF, and how far off a table may be; some writers are sloppy. */
    private static final int TAIL = 4096;
    private static final int TOLERANCE = 32;
    private static final int LONGEST_TRAILER = 64 * 1024;

    private PdfFile() {}

    static Finding look(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new Finding(DocumentType.PDF.mediaType(), flaw(channel));
        }
    }

    private static Flaw flaw(FileChannel file) throws IOException {
        Matcher end = END.matcher(text(file, file.size() - TAIL, TAIL));
        long table = -1;
        while (end.find()) {
            table = Long.parseLong(end.group(1));
        }
        if (table < 0 || table >= file.size()) {
            return Flaw.DAMAGED;
        }
        // offsets count from the header, which may stand behind some foreign bytes
        int header = Math.max(0, text(file, 0, 1024).indexOf("%PDF-"));
        for (long at : new long[] {table, table + header, table - TOLERANCE, table + header - TOLERANCE}) {
            String trailer = trailerOfSection(file, Math.max(0, at));
            if (trailer != null) {
                return ENCRYPT.matcher(trailer).find() ? Flaw.ENCRYPTED : null;
            }
        }
        return Flaw.DAMAGED;
    }

    /** The trailer of the cross-reference section that begins at a place or little behind it, or null where there is none. */
    private static String trailerOfSection(FileChannel file, long at) throws IOException {
        Matcher section = SECTION.matcher(text(file, at, 2 * TOLERANCE + 32));
        if (!section.find()) {
            return null;
        }
        return section.group().equals("xref") ? trailerBehind(file, at) : dictionaryAt(file, at + section.start());
    }

    /** The trailer behind a table that may be long (20 bytes for each object), or null where there is none. */
    private static String trailerBehind(FileChannel file, long from) throws IOException {
        for (long at = from; at < file.size(); at += LONGEST_TRAILER - "trailer".length()) {
            int found = text(file, at, LONGEST_TRAILER).indexOf("trailer");
            if (found >= 0) {
                return upTo("startxref", text(file, at + found, LONGEST_TRAILER));
            }
        }
        return null;
    }

    /** The dictionary of a cross-reference stream, or null where another object stands. */
    private static String dictionaryAt(FileChannel file, long from) throws IOException {
        String dictionary = upTo("endobj", upTo("stream", text(file, from, LONGEST_TRAILER)));
        return dictionary.contains("/XRef") ? dictionary : null;
    }

    private static String upTo(String word, String text) {
        int at = text.indexOf(word);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String text(FileChannel file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        long start = Math.max(0, from);
        while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) > 0) {
            // read on
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
