package ru.marshrut.documents.content;

import java.text.Normalizer;
import java.util.Locale;

/** Names of files as people gave them, made safe to show, to download and to put into an archive. */
public final class FileName {

    /** Characters; keeps the name below the 255 bytes of common file systems, Cyrillic letters take two. */
    private static final int LONGEST = 120;

    private FileName() {}

    /** Without folders, control and direction characters, and what file systems refuse; never empty. */
    public static String clean(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "")
            .replaceAll("[<>:\"|?*]", "_")
            .replaceAll("\\s+", " ")
            .replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            return "1";
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        String extension = name.substring(extensionStart(name));
        return name.substring(0, LONGEST - extension.length()).strip() + extension;
    }

    /** The name with the extension of its type: a file that is called otherwise would not open by a click. */
    public static String of(String clean, DocumentType type) {
        String extension = "." + type.extension();
        return clean.toLowerCase(Locale.ROOT).endsWith(extension) ? clean : clean + extension;
    }

    /** The n-th of equal names in one folder. */
    public static String numbered(String clean, int n) {
        int extension = extensionStart(clean);
        return clean.substring(0, extension) + " (" + n + ")" + clean.substring(extension);
    }

    private static int extensionStart(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 10 ? dot : name.length();
    }
}
