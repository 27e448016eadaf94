package ru.marshrut.roadmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.multipart.MultipartFile;
import ru.marshrut.roadmap.OrderSource;

/** What came by the browser or a program: a file, or a text that was pasted or saved as one. */
final class HandedIn {

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1251");

    private HandedIn() {}

    /** The file where one was chosen, else the text. */
    static OrderSource of(MultipartFile file, String text) {
        if (file == null || file.isEmpty()) {
            return new OrderSource.Pasted(text == null ? "" : text);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replace("\0", "");
        if (!name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
            return new OrderSource.Uploaded(name, file);
        }
        try {
            return new OrderSource.Pasted(decoded(file.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8, «Юникод» of Excel and Notepad by its byte order mark, or what Windows once wrote where it can be neither. */
    static String decoded(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE || (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16); // takes the mark away
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUnicode) {
            return new String(bytes, OLD_WINDOWS);
        }
    }
}
