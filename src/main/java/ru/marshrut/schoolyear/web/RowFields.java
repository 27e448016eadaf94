package ru.marshrut.schoolyear.web;

import ru.marshrut.schoolyear.programme.ProgrammeRow;
import ru.marshrut.schoolyear.programme.ProgrammeText;

/** The fields of a row as they were typed; one that the browser did not send is null. */
record RowFields(String direction, String directionWords, String task, String measure, String indicator, String dateWords, String responsible,
                 String evidence) {

    static final RowFields EMPTY = new RowFields("", "", "", "", "", "", "", "");

    static RowFields of(ProgrammeRow row) {
        ProgrammeText text = row.text();
        return new RowFields(text.direction() == null ? "" : text.direction(), text.directionWords(), text.task(), text.measure(), text.indicator(),
            text.dateWords(), text.responsible(), text.evidence());
    }

    /** Words of a file that named no direction are kept until a direction is chosen. */
    ProgrammeText text() {
        String code = clean(direction);
        return new ProgrammeText(code.isEmpty() ? null : code, code.isEmpty() ? clean(directionWords) : "", clean(task), clean(measure), clean(indicator),
            clean(dateWords), clean(responsible), clean(evidence));
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
