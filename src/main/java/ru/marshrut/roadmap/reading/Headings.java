package ru.marshrut.roadmap.reading;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the heading of a column says; the words are those of the seeds and of near relatives. */
enum Headings {

    NUMBER("(?:№|номер|n\\s*п|п\\s*/?\\s*п).{0,12}"),
    RESPONSIBLE("(?:ответственн|исполнител|соисполнител|организатор|кто (?:проводит|отвечает|исполняет)|ф\\.?\\s?и\\.?\\s?о).*"),
    DATES("(?:(?:планов|планируем|примерн|ориентировочн|предельн|календарн)\\S* )?(?:срок|дата|даты|период|врем|месяц|когда|начало|окончание|завершение).*"),
    DONE("(?:отметка|факт|примечани|выполнени|исполнени|статус).*"),
    RESULT("(?:(?!наименов|назван|описание д|содержание|перечень|мероприят|вид)\\S+ ){0,3}(?:результат|показател|индикатор|итог|продукт|эффект)\\S*.*"),
    TITLE("(?:(?:полное|краткое) )?(?:наименование|название|(?:\\S+ )?мероприяти|описание (?:действ|мероприят|мер)|содержание (?:деятельн|мероприят|работ)|"
        + "перечень|действи|меры|вид\\S* деятельн|вид\\S* работ|тема|событи).*"),
    /** What a measure ends with, where no other column names its result. */
    FORM("(?:(?:вид|форма|формы|тип)\\S* (?:документ|заверш|отчет|представл|подтвержд)|документ|(?:отчетн|подтверждающ|итогов)\\S* (?:документ|материал)).*"),
    /** The measure itself where no other column names it, else what becomes of it. */
    DESCRIPTION("(?:описание|содержание|краткое описание|характеристика)(?: .{0,40})?"),
    /** The measure itself only where nothing else names it. */
    SUBJECT("(?:направлени|задач|этап|раздел|блок|работа|шаг).*");

    private static final int LONGEST = 120;

    private final Pattern words;

    Headings(String words) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
    }

    /** @return null where the heading says nothing known */
    static Headings of(String heading) {
        String words = CellText.oneLine(heading).toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("^[*_«\"\\s]+|[*_»\"\\s:]+$", "");
        if (words.isEmpty() || words.length() > LONGEST) {
            return null;
        }
        for (Headings kind : values()) {
            if (kind.words.matcher(words).matches()) {
                return kind;
            }
        }
        return null;
    }

    /** Whether a row holds headings rather than a measure. */
    static boolean areIn(List<String> row) {
        List<String> cells = row.stream().filter(cell -> !cell.isBlank()).toList();
        if (cells.size() < 2 || cells.stream().anyMatch(cell -> cell.length() > LONGEST)) {
            return false;
        }
        List<Headings> known = cells.stream().map(Headings::of).filter(Objects::nonNull).toList();
        Set<Headings> kinds = known.stream().collect(Collectors.toSet());
        boolean namesMeasures = kinds.contains(TITLE) || kinds.contains(DESCRIPTION) || kinds.contains(SUBJECT);
        return kinds.size() >= 2 && known.size() * 2 >= cells.size()
            && (kinds.contains(DATES) && (namesMeasures || kinds.size() >= 3) || kinds.contains(NUMBER) && namesMeasures
                || known.size() == cells.size() && namesMeasures
                    && cells.stream().allMatch(cell -> cell.length() <= 40 && !Character.isLowerCase(cell.codePointAt(0))));
    }

    /** Whether two rows say the same, as a heading does that is repeated on each page. */
    static boolean sameWords(List<String> one, List<String> other) {
        return one.size() == other.size() && one.stream().map(CellText::key).toList().equals(other.stream().map(CellText::key).toList());
    }
}
