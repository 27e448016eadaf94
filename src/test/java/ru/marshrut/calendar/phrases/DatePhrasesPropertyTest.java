package ru.marshrut.calendar.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;

/** Windows are printed through every form of the grammar and read back. */
class DatePhrasesPropertyTest {

    /** @param year that is handed over as the one that is meant */
    record Said(String words, int year, List<Window> windows, Recurrence rate) {}

    @Property(tries = 5000)
    void whatIsPrintedIsReadBack(@ForAll("said") Said said) {
        DatePhrase phrase = Meaning.PHRASES.read(said.words, said.year);
        assertThat(phrase.windows()).as(said.words).isEqualTo(said.windows);
        assertThat(phrase.recurrence()).as(said.words).isEqualTo(said.rate);
        assertThat(phrase.questions()).as(said.words).allMatch(question -> question.code().endsWith("openEnd"));
        assertThat(phrase.questions().isEmpty()).as(said.words).isEqualTo(said.windows.stream().allMatch(window -> window.due() != null));
    }

    @Property(tries = 1500)
    void anyTextGivesWindowsOrAQuestion(@ForAll @StringLength(max = 200) String text) {
        answered(text);
    }

    @Property(tries = 5000)
    void aDamagedPhraseGivesWindowsOrAQuestion(@ForAll("said") Said said, @ForAll Random random) {
        StringBuilder words = new StringBuilder(said.words);
        for (int i = random.nextInt(4); i >= 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.length());
            switch (random.nextInt(3)) {
                case 0 -> words.deleteCharAt(at);
                case 1 -> words.insert(at, "0123456789.-–,;()/: годIVсмай".charAt(random.nextInt(29)));
                default -> words.setCharAt(at, said.words.charAt(random.nextInt(said.words.length())));
            }
        }
        answered(words.toString());
    }

    @Property(tries = 5000)
    void wordsOfTheGrammarInAnyOrderGiveWindowsOrAQuestion(@ForAll("shuffled") String words) {
        answered(words);
    }

    private static void answered(String text) {
        DatePhrase phrase = Meaning.PHRASES.read(text, 2021);
        assertThat(phrase.windows().isEmpty() && phrase.questions().isEmpty()).as(text).isFalse();
        Meaning.PHRASES.mentionedIn(text, 2021).forEach(found -> assertThat(found.windows().isEmpty() && found.recurrence() == null
            && found.questions().isEmpty()).as(text).isFalse());
    }

    @Provide
    Arbitrary<Said> said() {
        return Arbitraries.randomValue(random -> new Printer(random).said());
    }

    @Provide
    Arbitrary<String> shuffled() {
        return Arbitraries.of("до", "с", "по", "не", "позднее", "в", "течение", "года", "2021", "-", ",", "и", "5", "31", "апреля", "май", "квартал", "IV",
            "10.03", "01.09.2021", "каждого", "месяца", "числа", "2 раза", "ежемесячно", "учебный", "год", "первая", "декада", "начало", "конец", "после", "(",
            ")", "неделя", "среда", "весна", "10:00", "п/г", "весь", "период").list().ofMaxSize(12).map(words -> String.join(" ", words));
    }

    /** Prints one phrase of each kind, with the freedom that writers of orders take. */
    private static final class Printer {

        private static final List<List<String>> MONTHS = List.of(
            List.of("январь", "января", "январе", "янв."), List.of("февраль", "февраля", "феврале", "февр."), List.of("март", "марта", "марте"),
            List.of("апрель", "апреля", "апреле", "апр."), List.of("май", "мая", "мае"), List.of("июнь", "июня", "июне"),
            List.of("июль", "июля", "июле"), List.of("август", "августа", "августе", "авг."), List.of("сентябрь", "сентября", "сентябре", "сент."),
            List.of("октябрь", "октября", "октябре", "окт."), List.of("ноябрь", "ноября", "ноябре", "нояб."),
            List.of("декабрь", "декабря", "декабре", "дек."));
        private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");
        private static final List<String> QUARTER_WORDS = List.of("первый", "второй", "третий", "четвёртый");

        private final Random random;
        private final int meant;

        Printer(Random random) {
            this.random = random;
            this.meant = 2021 + random.nextInt(7);
        }

        Said said() {
            List<Window> windows = new ArrayList<>();
            Recurrence rate = null;
            String words = switch (random.nextInt(19)) {
                case 0 -> day(windows);
                case 1 -> until(windows);
                case 2 -> since(windows);
                case 3 -> daysOfAMonth(windows);
                case 4 -> range(windows);
                case 5 -> numericRange(windows);
                case 6 -> overTheYear(windows);
                case 7 -> month(windows);
                case 8 -> months(windows);
                case 9 -> monthRange(windows);
                case 10 -> quarter(windows);
                case 11 -> quarterRange(windows);
                case 12 -> half(windows);
                case 13 -> year(windows);
                case 14 -> academic(windows);
                case 15 -> dayList(windows);
                case 16 -> deadlines(windows);
                case 17 -> decade(windows);
                default -> null;
            };
            if (words == null || random.nextInt(12) == 0) {
                Recurrence.Kind kind = oneOf(List.of(Recurrence.Kind.values()));
                int count = 1 + random.nextInt(4);
                Integer byDay = kind == Recurrence.Kind.MONTHLY && random.nextBoolean() ? 1 + random.nextInt(31) : null;
                rate = new Recurrence(kind, count, byDay);
                String often = rate(rate);
                if (words == null) {
                    windows.add(new Window(LocalDate.of(meant, 1, 1), LocalDate.of(meant, 12, 31), Precision.YEAR));
                    words = often;
                } else {
                    words = random.nextBoolean() ? often + ", " + words : words + "; " + often;
                }
            }
            return new Said(dressed(words), meant, windows, rate);
        }

        private String day(List<Window> windows) {
            LocalDate day = anyDay();
            windows.add(Window.day(day));
            return oneOf(List.of("", "", "срок: ")) + whole(day);
        }

        private String until(List<Window> windows) {
            LocalDate day = anyDay();
            windows.add(new Window(null, day, Precision.DAY));
            return oneOf(List.of("до ", "по ", "к ", "не позднее ", "не позже ", "в срок до ", "срок - до ")) + whole(day)
                + oneOf(List.of("", "", " включительно", " (включительно)"));
        }

        private String since(List<Window> windows) {
            LocalDate day = anyDay();
            boolean after = random.nextBoolean();
            windows.add(new Window(after ? day.plusDays(1) : day, null, Precision.DAY));
            return oneOf(after ? List.of("после ") : List.of("с ", "начиная с ", "не ранее ", "не раньше ")) + whole(day);
        }

        private String daysOfAMonth(List<Window> windows) {
            LocalDate from = anyDay();
            LocalDate to = from.plusDays(random.nextInt(from.lengthOfMonth() - from.getDayOfMonth() + 1));
            windows.add(new Window(from, to, Precision.DAY));
            return random.nextBoolean() ? from.getDayOfMonth() + dash() + whole(to) : "с " + from.getDayOfMonth() + " по " + whole(to);
        }

        private String range(List<Window> windows) {
            LocalDate from = anyDay();
            LocalDate to = from.plusDays(random.nextInt(LocalDate.of(from.getYear(), 12, 31).getDayOfYear() - from.getDayOfYear() + 1));
            windows.add(new Window(from, to, Precision.DAY));
            boolean full = random.nextBoolean();
            String first = full ? whole(from) : from.getDayOfMonth() + " " + month(from.getMonthValue(), 1);
            return random.nextBoolean() ? first + dash() + whole(to) : oneOf(List.of("с ", "со ", "в период с ")) + first + " по " + whole(to);
        }

        /** «29.01.- 15.02.2021» */
        private String numericRange(List<Window> windows) {
            LocalDate from = anyDay();
            LocalDate to = from.plusDays(random.nextInt(LocalDate.of(from.getYear(), 12, 31).getDayOfYear() - from.getDayOfYear() + 1));
            windows.add(new Window(from, to, Precision.DAY));
            String first = String.format("%02d.%02d", from.getDayOfMonth(), from.getMonthValue());
            return random.nextBoolean() ? first + "." + dash() + numeric(to) : "с " + first + " по " + numeric(to);
        }

        private String overTheYear(List<Window> windows) {
            LocalDate from = LocalDate.of(meant, 7 + random.nextInt(6), 1 + random.nextInt(28));
            LocalDate to = LocalDate.of(meant + 1, 1 + random.nextInt(6), 1 + random.nextInt(28));
            windows.add(new Window(from, to, Precision.DAY));
            return switch (random.nextInt(3)) {
                case 0 -> "с " + written(from) + " по " + written(to);
                case 1 -> written(from) + dash() + written(to) + " " + to.getYear();
                default -> written(from) + " " + from.getYear() + yearWord() + dash() + written(to) + " " + to.getYear() + yearWord();
            };
        }

        private String month(List<Window> windows) {
            YearMonth month = YearMonth.from(anyDay());
            windows.add(months(month, month));
            return oneOf(List.of("", "в ", "в течение ")) + month(month.getMonthValue(), -1) + year(month.getYear());
        }

        /** «Март, сентябрь 2021»: the year stands once. */
        private String months(List<Window> windows) {
            int year = anyDay().getYear();
            List<String> words = new ArrayList<>();
            for (int month : increasing(12, 2 + random.nextInt(3))) {
                windows.add(months(YearMonth.of(year, month), YearMonth.of(year, month)));
                words.add(month(month, 0));
            }
            return joined(words) + year(year);
        }

        private String monthRange(List<Window> windows) {
            YearMonth from = YearMonth.from(anyDay());
            YearMonth to = from.plusMonths(1 + random.nextInt(11));
            windows.add(months(from, to));
            String first = month(from.getMonthValue(), 0);
            String last = month(to.getMonthValue(), 0);
            boolean both = random.nextBoolean() || from.getYear() != to.getYear() && from.getYear() != meant;
            return first + (both ? " " + from.getYear() + yearWord() : "") + dash() + last
                + (both && random.nextBoolean() && to.getYear() != from.getYear() ? " " + to.getYear() + " гг."
                    : !both && from.getYear() == to.getYear() && from.getYear() != meant ? " " + to.getYear() : "");
        }

        private String quarter(List<Window> windows) {
            int quarter = 1 + random.nextInt(4);
            int year = anyDay().getYear();
            windows.add(quarters(year, quarter, quarter));
            return oneOf(List.of("", "в ", "в течение ")) + oneOf(List.of("" + quarter, QUARTERS.get(quarter - 1), QUARTER_WORDS.get(quarter - 1),
                quarter + "-й", QUARTERS.get(quarter - 1) + "-й")) + oneOf(List.of(" квартал", " кв.", " квартале", " квартала")) + year(year);
        }

        private String quarterRange(List<Window> windows) {
            int from = 1 + random.nextInt(3);
            int to = from + 1 + random.nextInt(4 - from);
            int year = anyDay().getYear();
            windows.add(quarters(year, from, to));
            boolean roman = random.nextBoolean();
            return (roman ? QUARTERS.get(from - 1) : "" + from) + dash() + (roman ? QUARTERS.get(to - 1) : "" + to)
                + oneOf(List.of(" кварталы", " квартал", " кв.")) + year(year);
        }

        private String half(List<Window> windows) {
            int half = 1 + random.nextInt(2);
            int year = anyDay().getYear();
            windows.add(new Window(LocalDate.of(year, half * 6 - 5, 1), YearMonth.of(year, half * 6).atEndOfMonth(), Precision.HALF_YEAR));
            return oneOf(List.of("" + half, QUARTERS.get(half - 1), half + "-е", half == 1 ? "первое" : "второе"))
                + oneOf(List.of(" полугодие", " полугодии", " п/г")) + year(year);
        }

        private String year(List<Window> windows) {
            int year = anyDay().getYear();
            boolean unnamed = year == meant && random.nextBoolean();
            windows.add(new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR));
            return unnamed ? oneOf(List.of("в течение года", "весь период", "в течение всего года", "постоянно", "весь год", "на протяжении года"))
                : oneOf(List.of(year + " год", "в течение " + year + " года", "весь " + year + " год", "в " + year + " г.", "" + year));
        }

        private String academic(List<Window> windows) {
            int year = anyDay().getYear();
            windows.add(new Window(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31), Precision.YEAR));
            String next = random.nextBoolean() ? "" + (year + 1) : "" + (year + 1) % 100;
            return oneOf(List.of("", "в течение ")) + year + oneOf(List.of(dash(), "/")) + next
                + oneOf(List.of(" учебный год", " учебного года", " уч. год", " уч. г."));
        }

        /** «5, 12 и 19 марта» */
        private String dayList(List<Window> windows) {
            YearMonth month = YearMonth.from(anyDay());
            List<String> words = new ArrayList<>();
            for (int day : increasing(28, 2 + random.nextInt(3))) {
                windows.add(Window.day(month.atDay(day)));
                words.add("" + day);
            }
            return joined(words) + " " + month(month.getMonthValue(), 1) + year(month.getYear());
        }

        private String deadlines(List<Window> windows) {
            List<String> words = new ArrayList<>();
            int year = anyDay().getYear();
            for (int month : increasing(12, 2)) {
                LocalDate day = LocalDate.of(year, month, 1 + random.nextInt(28));
                windows.add(new Window(null, day, Precision.DAY));
                words.add("до " + written(day));
            }
            return String.join(oneOf(List.of("; ", "\n", " и ", ", ")), words) + year(year);
        }

        private String decade(List<Window> windows) {
            YearMonth month = YearMonth.from(anyDay());
            int decade = random.nextInt(3);
            windows.add(new Window(month.atDay(decade * 10 + 1), decade == 2 ? month.atEndOfMonth() : month.atDay(decade * 10 + 10), Precision.DAY));
            return oneOf(List.of("", "в ")) + List.of("первая", "второй", "третью").get(decade) + " декада " + month(month.getMonthValue(), 1)
                + year(month.getYear());
        }

        private String rate(Recurrence rate) {
            int kind = rate.kind().ordinal();
            String unit = List.of("день", "неделю", "месяц", "квартал").get(kind);
            String often = rate.count() > 1 || random.nextBoolean()
                ? oneOf(List.of("", "не менее ", "не реже ")) + rate.count() + oneOf(List.of(" раз", " раза", "-х раз")) + " в " + unit
                : List.of("ежедневно", "еженедельно", "ежемесячно", "ежеквартально").get(kind);
            return rate.byDay() == null ? often : often + oneOf(List.of(" до ", ", до ", " не позднее ")) + rate.byDay() + oneOf(List.of("", "-го"))
                + " числа";
        }

        private Window months(YearMonth from, YearMonth to) {
            return new Window(from.atDay(1), to.atEndOfMonth(), Precision.MONTH);
        }

        private Window quarters(int year, int from, int to) {
            return new Window(LocalDate.of(year, from * 3 - 2, 1), YearMonth.of(year, to * 3).atEndOfMonth(), Precision.QUARTER);
        }

        private LocalDate anyDay() {
            int year = random.nextBoolean() ? meant : 2015 + random.nextInt(20);
            return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        }

        /** A day with its year, which may be left out where it is the one that is meant. */
        private String whole(LocalDate day) {
            return random.nextBoolean() ? numeric(day) + oneOf(List.of("", " г.", "г.", " года")) : written(day) + year(day.getYear());
        }

        private String numeric(LocalDate day) {
            return switch (random.nextInt(3)) {
                case 0 -> day.getDayOfMonth() + "." + day.getMonthValue() + "." + String.format("%02d", day.getYear() % 100);
                case 1 -> String.format("%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
                default -> String.format("%02d. %02d. %d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            };
        }

        private String written(LocalDate day) {
            return oneOf(List.of("" + day.getDayOfMonth(), "«" + day.getDayOfMonth() + "»", day.getDayOfMonth() + "-го")) + " "
                + month(day.getMonthValue(), 1);
        }

        private String month(int month, int form) {
            List<String> forms = MONTHS.get(month - 1);
            return form < 0 ? oneOf(forms) : random.nextInt(5) == 0 ? oneOf(forms) : forms.get(form);
        }

        private String year(int year) {
            return year == meant && random.nextBoolean() ? oneOf(List.of("", "", " текущего года", " т.г."))
                : random.nextInt(6) == 0 ? String.format(" %02d г.", year % 100) : " " + year + yearWord();
        }

        private String yearWord() {
            return oneOf(List.of("", "", " г.", "г.", " года", " год", " году"));
        }

        private String dash() {
            return oneOf(List.of("-", " - ", "–", " – ", "— ", " −", "- ", "\u2011", "\n– "));
        }

        private String joined(List<String> words) {
            String most = String.join(oneOf(List.of(", ", ",", " , ", "; ")), words.subList(0, words.size() - 1));
            return most + oneOf(List.of(", ", " и ")) + words.get(words.size() - 1);
        }

        private List<Integer> increasing(int most, int count) {
            TreeSet<Integer> numbers = new TreeSet<>();
            while (numbers.size() < count) {
                numbers.add(1 + random.nextInt(most));
            }
            return List.copyOf(numbers);
        }

        /** Random case, spaces of several kinds and lengths. */
        private String dressed(String words) {
            StringBuilder dressed = new StringBuilder(oneOf(List.of("", " ", "\t")));
            int letters = random.nextInt(3);
            for (char c : words.toCharArray()) {
                String space = oneOf(List.of(" ", " ", "\u00a0", "  ", "\u202f", "\n"));
                boolean upper = letters == 1 || letters == 2 && random.nextBoolean();
                dressed.append(c == ' ' ? space : upper ? String.valueOf(Character.toUpperCase(c)) : String.valueOf(c));
            }
            return dressed.append(oneOf(List.of("", " ", "."))).toString();
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
