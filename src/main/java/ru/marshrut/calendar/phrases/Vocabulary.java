package ru.marshrut.calendar.phrases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.calendar.Recurrence;

/** Russian words of date phrases, in lower case and with «е» for «ё». */
final class Vocabulary {

    static final Map<String, Integer> MONTHS = months();
    static final Map<String, Integer> ORDINALS = ordinals();
    static final Map<String, Integer> WEEKDAYS = weekdays();
    static final Map<String, Integer> NUMERALS = Map.ofEntries(Map.entry("один", 1), Map.entry("одного", 1), Map.entry("одной", 1),
        Map.entry("одну", 1), Map.entry("одна", 1), Map.entry("два", 2), Map.entry("две", 2), Map.entry("двух", 2),
        Map.entry("три", 3), Map.entry("трех", 3), Map.entry("четыре", 4), Map.entry("четырех", 4), Map.entry("пять", 5), Map.entry("пяти", 5));
    static final Map<String, Integer> TIMES_BY_WORD = Map.of("дважды", 2, "трижды", 3);

    static final Set<String> YEAR = Set.of("год", "года", "году", "годом", "годы", "годов", "годах", "г", "гг");
    static final Set<String> QUARTER = Set.of("квартал", "квартала", "квартале", "кварталу", "кварталом", "кварталы", "кварталов",
        "кварталах", "кв");
    static final Set<String> HALF = Set.of("полугодие", "полугодия", "полугодии", "полугодию", "полугодием", "полугодий", "полугодиях");
    static final Set<String> ACADEMIC = Set.of("учебный", "учебного", "учебном", "учебному", "учебные", "учебных", "уч");
    static final Set<String> THIS = Set.of("текущего", "текущем", "текущий", "этого", "этом", "сего", "календарного", "календарный");
    static final Set<String> NEXT = Set.of("следующего", "следующем", "будущего");
    static final Set<String> NEW = Set.of("нового", "новый", "новом");
    static final Map<String, Integer> SEASONS = Map.ofEntries(Map.entry("весна", 3), Map.entry("весны", 3), Map.entry("весной", 3),
        Map.entry("весне", 3), Map.entry("весну", 3), Map.entry("лето", 6), Map.entry("лета", 6), Map.entry("летом", 6), Map.entry("лету", 6),
        Map.entry("осень", 9), Map.entry("осени", 9), Map.entry("осенью", 9));

    static final Set<String> BEGINNING = Set.of("начало", "начала", "начале", "началу", "началом");
    static final Set<String> MIDDLE = Set.of("середина", "середины", "середине", "середину");
    static final Set<String> END = Set.of("конец", "конца", "конце", "концу");
    static final Set<String> DECADE = Set.of("декада", "декады", "декаде", "декаду");
    static final Set<String> HALF_OF = Set.of("половина", "половины", "половине", "половину");
    static final Set<String> WEEK_OF = Set.of("неделя", "недели", "неделе", "неделю");
    static final Set<String> LAST = Set.of("последняя", "последней", "последнюю");

    /** Words before a day or span that do not change it. */
    static final Set<String> LEADS = Set.of("в", "во", "на", "за", "срок", "сроки", "период", "течение", "течении", "теч",
        "продолжение", "протяжении", "всего", "весь", "всей");
    /** Behind «срок»: «срок исполнения – до 20 декабря». */
    static final Set<String> OF_WORK = Set.of("исполнения", "выполнения", "реализации", "проведения");
    static final Set<String> DURING = Set.of("течение", "течении", "теч", "продолжение", "протяжении");
    static final Set<String> WHOLE = Set.of("всего", "весь");
    static final Set<String> ALWAYS = Set.of("постоянно", "круглогодично");
    static final Set<String> OF_THE_PROJECT = Set.of("реализации", "проекта", "программы", "проведения");

    static final Set<String> UNTIL = Set.of("до", "к", "ко");
    static final Set<String> FROM = Set.of("с", "со", "от");
    static final Set<String> LATER = Set.of("позднее", "позже");
    static final Set<String> EARLIER = Set.of("ранее", "раньше");
    static final Set<String> LEAST = Set.of("менее", "реже");
    static final Set<String> TIMES = Set.of("раз", "раза");
    static final Set<String> EVERY = Set.of("каждый", "каждая", "каждую", "каждое", "каждого", "каждой", "каждом");
    static final Set<String> DAY_OF_MONTH = Set.of("числа", "число", "числу");
    static final Set<String> FOLLOWING = Set.of("следующего", "следующий");
    static final Set<String> REPORTED = Set.of("отчетным", "отчетного");
    static final Set<String> OF_A_MONTH = Set.of("месяца", "месяц", "месяце");
    static final Set<String> HOURS = Set.of("ч", "час", "часа", "часов", "мск");

    /** Endings that are written at a number or Roman numeral. */
    static final Set<String> ENDINGS = Set.of("й", "ый", "ой", "ий", "я", "ая", "е", "ое", "ье", "го", "ого", "му", "ому", "м", "ом", "х", "ти",
        "ми", "ю", "ую", "ей", "ем");

    private static final Map<String, Recurrence.Kind> UNITS = Map.ofEntries(Map.entry("день", Recurrence.Kind.DAILY),
        Map.entry("сутки", Recurrence.Kind.DAILY), Map.entry("неделю", Recurrence.Kind.WEEKLY), Map.entry("неделе", Recurrence.Kind.WEEKLY),
        Map.entry("недели", Recurrence.Kind.WEEKLY), Map.entry("месяц", Recurrence.Kind.MONTHLY), Map.entry("месяца", Recurrence.Kind.MONTHLY),
        Map.entry("месяце", Recurrence.Kind.MONTHLY), Map.entry("квартал", Recurrence.Kind.QUARTERLY),
        Map.entry("квартала", Recurrence.Kind.QUARTERLY), Map.entry("квартале", Recurrence.Kind.QUARTERLY));
    private static final Map<String, Recurrence.Kind> ADVERBS = Map.of("ежедневн", Recurrence.Kind.DAILY, "еженедельн", Recurrence.Kind.WEEKLY,
        "ежемесячн", Recurrence.Kind.MONTHLY, "ежеквартальн", Recurrence.Kind.QUARTERLY);

    private static final Map<String, Integer> ROMANS = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);

    private Vocabulary() {}

    /** Of «месяц» in «раз в месяц»; null where the word names no span of a rate. */
    static Recurrence.Kind unit(String word) {
        return word == null ? null : UNITS.get(word);
    }

    /** Of «ежемесячно», «ежемесячных»; null for another word. */
    static Recurrence.Kind adverb(String word) {
        return word == null || !word.startsWith("еже") ? null
            : ADVERBS.entrySet().stream().filter(stem -> word.startsWith(stem.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /** 1–4, as quarters and half-years are numbered; 0 for another word. */
    static int roman(String word) {
        return ROMANS.getOrDefault(word, 0);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> forms = new HashMap<>();
        List<String> stems = List.of("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр");
        for (int i = 0; i < stems.size(); i++) {
            List<String> endings = switch (i) {
                case 2, 7 -> List.of("", "а", "у", "ом", "е");
                case 4 -> List.of("й", "я", "ю", "ем", "е");
                default -> List.of("ь", "я", "ю", "ем", "е");
            };
            for (String ending : endings) {
                forms.put(stems.get(i) + ending, i + 1);
            }
        }
        List<String> shortened = List.of("янв", "фев", "мар", "апр", "", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");
        for (int i = 0; i < shortened.size(); i++) {
            forms.put(shortened.get(i), i + 1);
        }
        forms.remove("");
        forms.putAll(Map.of("февр", 2, "сент", 9, "нояб", 11));
        return Map.copyOf(forms);
    }

    private static Map<String, Integer> ordinals() {
        Map<String, Integer> forms = new HashMap<>();
        for (String ending : List.of("ый", "ая", "ое", "ого", "ой", "ому", "ом", "ую", "ые", "ых")) {
            forms.put("перв" + ending, 1);
            forms.put("четверт" + ending, 4);
        }
        for (String ending : List.of("ой", "ая", "ое", "ого", "ому", "ом", "ую", "ые", "ых")) {
            forms.put("втор" + ending, 2);
        }
        for (String ending : List.of("ий", "ья", "ье", "ьего", "ьей", "ьему", "ьем", "ью", "ьи", "ьих")) {
            forms.put("трет" + ending, 3);
        }
        return Map.copyOf(forms);
    }

    private static Map<String, Integer> weekdays() {
        Map<String, Integer> forms = new HashMap<>();
        List<List<String>> words = List.of(List.of("понедельник", "понедельникам"), List.of("вторник", "вторникам"), List.of("среда", "среду", "средам"),
            List.of("четверг", "четвергам"), List.of("пятница", "пятницу", "пятницам"), List.of("суббота", "субботу", "субботам"),
            List.of("воскресенье", "воскресеньям"));
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i)) {
                forms.put(word, i + 1);
            }
        }
        return Map.copyOf(forms);
    }
}
