package ru.marshrut.schoolyear.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import ru.marshrut.territory.ImportProblem;

/** Collects what is wrong in an uploaded table, each with its place and what to do. */
final class FileProblems {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final List<ImportProblem> found = new ArrayList<>();

    FileProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** @param code what follows {@code schoolyear.file.} */
    void add(String sheet, int row, String column, String value, String code, Object... arguments) {
        found.add(new ImportProblem(sheet, row, column, value, messages.getMessage("schoolyear.file." + code, arguments, RUSSIAN)));
    }

    /** The level of a cell, which must be there and readable. */
    Optional<RiskLevel> level(String sheet, int row, String column, String cell) {
        if (cell.isEmpty()) {
            add(sheet, row, column, cell, "emptyLevel");
            return Optional.empty();
        }
        Optional<RiskLevel> level = Words.level(cell);
        if (level.isEmpty()) {
            add(sheet, row, column, cell, "unknownLevel");
        }
        return level;
    }

    List<ImportProblem> found() {
        return List.copyOf(found);
    }
}
