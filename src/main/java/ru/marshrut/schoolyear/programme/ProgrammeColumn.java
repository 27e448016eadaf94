package ru.marshrut.schoolyear.programme;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column of a programme in a file holds. Words for users: {@code schoolyear.programme.column.<name>}. */
public enum ProgrammeColumn {

    NUMBER("(?:№|номер|n\\s*п|п\\s*/?\\s*п).{0,12}"),
    START("(?:дата |срок )?начал.*"),
    END("(?:дата |срок )?(?:окончани|завершени).*"),
    DATES("(?:\\S+ )?(?:срок|даты?\\b|период|время).*"),
    RESPONSIBLE("(?:\\S+ )?(?:ответственн|исполнител).*"),
    EVIDENCE("(?:подтверждающ|подтвержден|документ|(?:форма|вид|формат) (?:отчет|документ|подтвержд)|отчетн|чем подтвержд|ссылк).*"),
    INDICATOR("(?:(?:целев|ожидаем|планируем|количественн|качественн|конкретн)\\S* (?:и \\S+ )?)?(?:показател|индикатор|критери|результат).*"),
    MEASURE("(?:(?:наименование|название|содержание|описание|перечень|комплекс) )?(?:\\S+ )?(?:мероприяти|меры|мера\\b|действи).*|содержание (?:деятельности|работы).*"),
    TASK("(?:цел\\S* (?:и |, )?)?задач.*"),
    DIRECTION("(?:рисков\\S* |активированн\\S* )?(?:направлени|фактор\\S* риска|риск|рисков).*"),
    /** Left out. */
    NONE(null);

    private static final int LONGEST = 120;

    private final Pattern words;

    ProgrammeColumn(String words) {
        this.words = words == null ? null : Pattern.compile(words, Pattern.DOTALL);
    }

    /** By its heading; null where the heading says nothing known. */
    static ProgrammeColumn of(String heading) {
        String said = heading.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\s+", " ").replaceAll("^[\\s*_«\"]+|[\\s*_»\":]+$", "");
        if (said.isEmpty() || said.length() > LONGEST) {
            return null;
        }
        for (ProgrammeColumn column : values()) {
            if (column.words != null && column.words.matcher(said).matches()) {
                return column;
            }
        }
        return null;
    }

    /** What can be chosen for a column by hand. */
    public static List<ProgrammeColumn> choices() {
        return List.of(DIRECTION, TASK, MEASURE, INDICATOR, DATES, START, END, RESPONSIBLE, EVIDENCE, NUMBER, NONE);
    }
}
