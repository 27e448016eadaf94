package ru.marshrut.schoolyear.programme;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is pointed out in a row before the programme is handed in. Words for users: {@code schoolyear.programme.remark.<name>}.
 * Three of them are what the experts of 2022 complained about (seed 001, «Замечания по содержательной экспертизе подтверждающих сведений»).
 */
public enum Remark {
    NO_DIRECTION,
    /** «не поставлены задачи». */
    NO_TASK,
    NO_MEASURE,
    /** «не сформулированы показатели деятельности, позволяющие оценить результат достижения задач и мероприятий». */
    NO_INDICATOR,
    /** «не определены конкретные сроки реализаций мероприятий». */
    NO_CONCRETE_DATE,
    NO_RESPONSIBLE,
    NO_EVIDENCE;

    /** Of one row. */
    static Set<Remark> of(ProgrammeText text, ProgrammeSpan span) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (text.direction() == null) {
            remarks.add(NO_DIRECTION);
        }
        addIfEmpty(text.task(), NO_TASK, remarks);
        addIfEmpty(text.measure(), NO_MEASURE, remarks);
        addIfEmpty(text.indicator(), NO_INDICATOR, remarks);
        if (!span.concrete()) {
            remarks.add(NO_CONCRETE_DATE);
        }
        addIfEmpty(text.responsible(), NO_RESPONSIBLE, remarks);
        addIfEmpty(text.evidence(), NO_EVIDENCE, remarks);
        return remarks;
    }

    /** A dash is written where nothing stands. */
    private static void addIfEmpty(String text, Remark remark, Set<Remark> remarks) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            remarks.add(remark);
        }
    }
}
