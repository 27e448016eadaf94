package ru.marshrut.documents;

import java.util.List;
import java.util.Set;

/**
 * What a slot accepts.
 *
 * @param maxFiles number of current files
 * @param maxBytes size of one file
 * @param types    accepted types by their usual extension, decided by content: of pdf, rtf, docx, xls, xlsx
 */
public record SlotRules(int maxFiles, long maxBytes, Set<String> types) {

    /** As published for the peer review: 3 files, 30 MB each (seed 001, «Доступные типы файлов»). */
    public static final SlotRules PUBLISHED = new SlotRules(3, 30L * 1024 * 1024, Set.of("pdf", "rtf", "docx", "xls", "xlsx"));

    /** The accepted types in one order for all readers. */
    public List<String> sortedTypes() {
        return types.stream().sorted().toList();
    }

    /** Megabytes (2^20 bytes) that one file may have. */
    public double maxMegabytes() {
        return maxBytes / (1024.0 * 1024);
    }
}
