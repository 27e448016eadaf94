package ru.marshrut.schoolyear.profile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people write levels and directions in tables. What can be read in two ways is not read. */
final class Words {

    private static final Pattern NUMBERING = Pattern.compile("^\\s*\\d{1,2}\\s*[.)]\\s*");
    private static final Pattern BESIDE_THE_LEVEL = Pattern.compile("(уровень|степень|риска|риск)");
    /** Latin letters that look like Russian ones on the sheet. */
    private static final String LATIN = "abcehkmoptxy";
    private static final String RUSSIAN = "авсенкмортху";
    /** «н» is missing: it is «низкий» as well as «не определён». */
    private static final Map<String, RiskLevel> LEVELS = levels();

    private Words() {}

    private static Map<String, RiskLevel> levels() {
        Map<String, RiskLevel> levels = new HashMap<>();
        for (String word : new String[] {"низкий", "низкая", "низк", "1"}) {
            levels.put(word, RiskLevel.LOW);
        }
        for (String word : new String[] {"средний", "средняя", "средн", "сред", "ср", "с", "2"}) {
            levels.put(word, RiskLevel.MEDIUM);
        }
        for (String word : new String[] {"высокий", "высокая", "высок", "выс", "в", "3"}) {
            levels.put(word, RiskLevel.HIGH);
        }
        for (String word : new String[] {"неопределен", "неопределена", "неопределено", "неопределенный"}) {
            levels.put(word, RiskLevel.UNKNOWN);
        }
        return Map.copyOf(levels);
    }

    /** Empty where the words name no level, or more than one. */
    static Optional<RiskLevel> level(String cell) {
        return Optional.ofNullable(LEVELS.get(BESIDE_THE_LEVEL.matcher(letters(cell)).replaceAll("")));
    }

    /** The code of the direction that a heading names by its name or code; empty where it names none. */
    static Optional<String> direction(String heading, Map<String, String> names) {
        String words = letters(NUMBERING.matcher(heading).replaceFirst(""));
        return names.entrySet().stream().filter(name -> letters(name.getValue()).equals(words) || name.getKey().equalsIgnoreCase(heading.strip()))
            .map(Map.Entry::getKey).findFirst();
    }

    /** Letters and digits in lower case, so that signs, ё and look-alikes of another alphabet make no difference. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT).replace('ё', 'е').codePoints().filter(Character::isLetterOrDigit).forEach(letter -> {
            int latin = LATIN.indexOf(letter);
            letters.appendCodePoint(latin < 0 ? letter : RUSSIAN.charAt(latin));
        });
        return letters.toString();
    }
}
