package ru.marshrut.roadmap.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Population;

/** The numbers of a sentence: shares of something, counts of something, and in which period. */
final class Quantities {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String PERCENT = "%|процент*";
    private static final String DASH = "\\s*[-–—−]\\s*";
    private static final String ADJECTIVE = "[а-я]{2,}(?:ых|их|ые|ие|ой|ий|ый|ого|его)";
    private static final List<String> NUMERALS = List.of("один|одна|одно|одного|одной|одну", "два|две|двух|двумя", "три|трех|тремя",
        "четыре|четырех", "пять|пяти", "шесть|шести", "семь|семи", "восемь|восьми", "девять|девяти", "десять|десяти");

    private Quantities() {}

    /** @param from,to words that state it */
    record Share(BigDecimal percent, int from, int to) {

        boolean isImpossible() {
            return percent.signum() < 0 || percent.compareTo(ALL) > 0;
        }
    }

    record Count(long number, Population population) {}

    static List<Share> shares(Wording sentence) {
        List<Share> shares = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.is(at, PERCENT) && number(sentence, at - 1) != null) {
                Share last = shares.isEmpty() ? null : shares.get(shares.size() - 1);
                boolean upperBound = last != null && last.to() == at - 1 && sentence.between(at - 2).matches(DASH);
                if (upperBound) {
                    shares.set(shares.size() - 1, new Share(last.percent(), last.from(), at + 1));
                } else {
                    shares.add(percent(sentence, at));
                }
            } else if (sentence.is(at, "половин*") && number(sentence, at - 1) == null) {
                shares.add(new Share(BigDecimal.valueOf(50), at, at + 1));
            } else if (sentence.is(at, "все|всеми|каждая|каждый|каждым") && !sentence.is(at - 1, "для|с|при|по|к|на")
                || sentence.is(at, "всех|каждой|каждом") && sentence.is(at - 1, "в|во|у")) {
                if (Populations.at(sentence, at + 1) != null) {
                    shares.add(new Share(ALL, at, at + 1));
                }
            }
        }
        return shares;
    }

    /** A range («95–100 %») asks for its lower bound at least. */
    private static Share percent(Wording sentence, int sign) {
        int from = sign - 1;
        BigDecimal value = number(sentence, from);
        if (from > 0 && number(sentence, from - 1) != null && sentence.between(from - 1).matches(DASH)) {
            return new Share(number(sentence, from - 1), from - 1, sign + 1);
        }
        int start = sentence.word(from).from();
        boolean negative = start > 0 && "-−–".indexOf(sentence.text().charAt(start - 1)) >= 0
            && (start == 1 || Character.isWhitespace(sentence.text().charAt(start - 2)));
        return new Share(negative ? value.negate() : value, from, sign + 1);
    }

    /** How many of whom or of what is asked for, or null: «не менее 3 методических семинаров», «2 раза в месяц … публикации». */
    static Count count(Wording sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            Long number = whole(sentence, at);
            if (number == null) {
                continue;
            }
            int next = at + 1;
            while (next < sentence.size() && next <= at + 3 && Populations.at(sentence, next) == null
                && (sentence.is(next, "х|ти|и|ми|го") || sentence.word(next).text().matches(ADJECTIVE))) {
                next++;
            }
            Vocabulary.Found<Population> found = Populations.at(sentence, next);
            if (found != null) {
                return new Count(number, found.meaning());
            }
            if (sentence.is(next, "раз|раза") && period(sentence) != null) {
                Population population = repeated(sentence);
                return population == null ? null : new Count(number, population);
            }
        }
        Population population = repeated(sentence);
        return sentence.has("ежедневн*|еженедельн*|ежемесячн*|ежеквартальн*") && population != null ? new Count(1, population) : null;
    }

    /** Whether a least number is asked for. */
    static boolean asksForANumber(Wording sentence) {
        boolean least = sentence.hasPhrase("не менее|меньше|реже") || sentence.has("минимум");
        for (int at = 0; least && at < sentence.size(); at++) {
            if (whole(sentence, at) != null) {
                return true;
            }
        }
        return false;
    }

    /** In which period a sentence counts, or null. */
    static Recurrence.Kind period(Wording sentence) {
        if (sentence.has("ежедневн*") || sentence.hasPhrase("в|за день|сутки")) {
            return Recurrence.Kind.DAILY;
        }
        if (sentence.has("еженедельн*") || sentence.hasPhrase("в|за неделю")) {
            return Recurrence.Kind.WEEKLY;
        }
        if (sentence.has("ежемесячн*") || sentence.hasPhrase("в|за месяц")) {
            return Recurrence.Kind.MONTHLY;
        }
        if (sentence.has("ежеквартальн*") || sentence.hasPhrase("в|за квартал")) {
            return Recurrence.Kind.QUARTERLY;
        }
        return null;
    }

    private static Population repeated(Wording sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            Vocabulary.Found<Population> found = Populations.at(sentence, at);
            if (found != null && Populations.areCountedThemselves(found.meaning())) {
                return found.meaning();
            }
        }
        return null;
    }

    private static BigDecimal number(Wording sentence, int at) {
        if (at < 0 || !Character.isDigit(sentence.word(at).text().charAt(0)) || sentence.word(at).text().endsWith("+")) {
            return at >= 0 && sentence.is(at, "ста|сто") ? ALL : null;
        }
        return new BigDecimal(sentence.word(at).text().replace(',', '.'));
    }

    /** A whole number that counts something; the number of a school, a day or a year does not. */
    private static Long whole(Wording sentence, int at) {
        String word = sentence.word(at).text();
        for (int i = 0; i < NUMERALS.size(); i++) {
            if (sentence.is(at, NUMERALS.get(i))) {
                return i + 1L;
            }
        }
        boolean year = word.matches("(?:19|20)\\d\\d");
        boolean named = sentence.is(at - 1, "№") || at > 0 && sentence.word(at - 1).text().matches("\\d+[.,]\\d+");
        return word.matches("\\d+") && !year && !named ? Long.valueOf(word) : null;
    }
}
