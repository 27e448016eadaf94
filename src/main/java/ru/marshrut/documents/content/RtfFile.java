package ru.marshrut.documents.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.marshrut.documents.content.Finding.Flaw;

/** An RTF file: sound when its first group is closed. */
final class RtfFile {

    private RtfFile() {}

    static Finding look(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Finding(DocumentType.RTF.mediaType(), isClosed(in) ? null : Flaw.DAMAGED);
        }
    }

    private static boolean isClosed(InputStream in) throws IOException {
        int depth = 0;
        int next = in.read();
        while (next >= 0) {
            if (next == '\\') {
                next = afterControl(in);
                continue;
            }
            if (next == '{') {
                depth++;
            } else if (next == '}' && --depth == 0) {
                return true;
            }
            next = in.read();
        }
        return false;
    }

    /** Reads a control word or symbol; the bytes of {@code \binN} are raw and are skipped. Returns the byte behind it. */
    private static int afterControl(InputStream in) throws IOException {
        int next = in.read();
        if (!isLetter(next)) {
            return next < 0 ? next : in.read(); // a symbol such as \{ or \\
        }
        StringBuilder word = new StringBuilder();
        for (; isLetter(next) && word.length() < 32; next = in.read()) {
            word.append((char) next);
        }
        long number = 0;
        for (; next >= '0' && next <= '9' && number < Integer.MAX_VALUE; next = in.read()) {
            number = number * 10 + next - '0';
        }
        if (word.toString().equals("bin") && number > 0) {
            in.skip(next == ' ' ? number : number - 1);
            return in.read();
        }
        return next;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
