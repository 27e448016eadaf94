package ru.marshrut.documents;

import java.util.Set;

/**
 * What a slot accepts.
 *
 * @param maxFiles number of current files
 * @param maxBytes size of one file
 * @param types    accepted types by their usual extension, decided by content
 */
public record SlotRules(int maxFiles, long maxBytes, Set<String> types) {

    /** As published for the peer review: 3 files, 30 MB each (seed 001, «Доступные типы файлов»). */
    public static final SlotRules PUBLISHED = new SlotRules(3, 30L * 1024 * 1024, Set.of("pdf", "rtf", "docx", "xls", "xlsx"));
}
