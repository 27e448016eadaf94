package ru.marshrut.roadmap.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The marks that Word draws before the paragraphs of lists («1.», «а)», «–») and that no paragraph holds as text. */
final class WordLists {

    private static final Pattern LEVEL = Pattern.compile("%(\\d)");
    private static final String RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя";

    private record Level(String format, String text, int start) {}

    private final Map<String, Map<Integer, Level>> levelsByAbstract = new HashMap<>();
    private final Map<String, String> abstractByNumber = new HashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Map<String, Element> listOfStyle = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    /** @param numbering and styles of the file, or null where it has none */
    WordLists(Document numbering, Document styles) {
        if (numbering != null) {
            for (Element list : WordXml.children(numbering.getDocumentElement(), "abstractNum")) {
                Map<Integer, Level> levels = new HashMap<>();
                for (Element level : WordXml.children(list, "lvl")) {
                    levels.put(WordXml.number(level, "ilvl", 0), new Level(WordXml.valueOf(level, "numFmt", "decimal"),
                        WordXml.valueOf(level, "lvlText", ""), WordXml.numberOf(level, "start", 1)));
                }
                levelsByAbstract.put(WordXml.attribute(list, "abstractNumId"), levels);
            }
            for (Element list : WordXml.children(numbering.getDocumentElement(), "num")) {
                String id = WordXml.attribute(list, "numId");
                abstractByNumber.put(id, WordXml.valueOf(list, "abstractNumId", ""));
                for (Element override : WordXml.children(list, "lvlOverride")) {
                    String start = WordXml.valueOf(override, "startOverride", "");
                    if (!start.isEmpty()) {
                        restarts.put(id + "/" + WordXml.number(override, "ilvl", 0), WordXml.numberOf(override, "startOverride", 1));
                    }
                }
            }
        }
        if (styles != null) {
            for (Element style : WordXml.children(styles.getDocumentElement(), "style")) {
                Element properties = WordXml.child(style, "pPr");
                Element list = properties == null ? null : WordXml.child(properties, "numPr");
                if (list != null) {
                    listOfStyle.put(WordXml.attribute(style, "styleId"), list);
                }
            }
        }
    }

    /** The mark of a paragraph, counted up; empty where it is in no list. Paragraphs are to be given in their order. */
    String mark(Element paragraph) {
        Element properties = WordXml.child(paragraph, "pPr");
        if (properties == null) {
            return "";
        }
        Element list = WordXml.child(properties, "numPr");
        if (list == null) {
            list = listOfStyle.get(WordXml.valueOf(properties, "pStyle", ""));
        }
        if (list == null) {
            return "";
        }
        String number = WordXml.valueOf(list, "numId", "0");
        int at = WordXml.within(WordXml.numberOf(list, "ilvl", 0), 0, 8);
        String kind = abstractByNumber.get(number);
        Map<Integer, Level> levels = levelsByAbstract.getOrDefault(kind, Map.of());
        Level level = levels.get(at);
        if (level == null || level.format.equals("none")) {
            return "";
        }
        if (level.format.equals("bullet")) {
            return "-";
        }
        count(kind, number, at, levels);
        int[] counts = counters.get(kind);
        Matcher places = LEVEL.matcher(level.text);
        return places.replaceAll(place -> {
            int other = Integer.parseInt(place.group(1)) - 1;
            Level shown = levels.getOrDefault(other, level);
            return Matcher.quoteReplacement(inFormat(counts[Math.max(0, other)], shown.format));
        });
    }

    private void count(String kind, String number, int at, Map<Integer, Level> levels) {
        int[] counts = counters.computeIfAbsent(kind, list -> {
            int[] before = new int[9];
            levels.forEach((depth, level) -> before[WordXml.within(depth, 0, 8)] = level.start - 1);
            return before;
        });
        String place = number + "/" + at;
        if (restarts.containsKey(place) && restarted.add(place)) {
            counts[at] = restarts.get(place) - 1;
        }
        counts[at]++;
        for (int deeper = at + 1; deeper < counts.length; deeper++) {
            counts[deeper] = levels.containsKey(deeper) ? levels.get(deeper).start - 1 : 0;
        }
    }

    private static String inFormat(int count, String format) {
        return switch (format) {
            case "lowerLetter" -> letter("abcdefghijklmnopqrstuvwxyz", count);
            case "upperLetter" -> letter("abcdefghijklmnopqrstuvwxyz", count).toUpperCase(Locale.ROOT);
            case "russianLower" -> letter(RUSSIAN_LETTERS, count);
            case "russianUpper" -> letter(RUSSIAN_LETTERS, count).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(count);
            default -> String.valueOf(count);
        };
    }

    private static String letter(String letters, int count) {
        return String.valueOf(letters.charAt(Math.floorMod(count - 1, letters.length())));
    }

    private static String roman(int count) {
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        StringBuilder roman = new StringBuilder();
        int rest = WordXml.within(count, 0, 3999);
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }
}
