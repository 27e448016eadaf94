package ru.marshrut.schoolyear.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.schoolyear.profile.RiskLevel;

/** Filled forms of the risk profile's steps. */
public final class ProfileForms {

    public static final List<String> DIRECTIONS = List.of("equipment", "staff", "competence", "disabilities", "language", "motivation", "wellbeing",
        "discipline", "failing", "parents");

    private ProfileForms() {}

    /** 80 of 100 pupils and so on; the school has no administration of its own. */
    public static Map<String, String> survey(String on) {
        return new HashMap<>(Map.of("on", on, "of_pupils", "100", "answered_pupils", "80", "of_teachers", "20", "answered_teachers", "20",
            "of_parents", "150", "answered_parents", "60", "of_administration", "0", "answered_administration", "0"));
    }

    /** All directions; those that are not named are low. */
    public static Map<String, String> levels(Map<String, RiskLevel> levels) {
        Map<String, String> fields = new LinkedHashMap<>();
        DIRECTIONS.forEach(direction -> fields.put("level_" + direction, levels.getOrDefault(direction, RiskLevel.LOW).name()));
        return fields;
    }

    public static Map<String, String> visit(String on) {
        return Map.of("on", on, "participants", "Директор, завуч", "report", "Обсудили рисковый профиль");
    }

    /** @param differing by direction, such as {@code DISPUTE} or {@code CORRECT:HIGH}; the others are confirmed */
    public static Map<String, String> verdicts(Map<String, String> differing) {
        Map<String, String> fields = new LinkedHashMap<>();
        DIRECTIONS.forEach(direction -> fields.put("verdict_" + direction, "CONFIRM"));
        differing.forEach((direction, verdict) -> {
            fields.put("verdict_" + direction, verdict.split(":")[0]);
            fields.put("comment_" + direction, "Видел своими глазами");
            if (verdict.contains(":")) {
                fields.put("level_" + direction, verdict.split(":")[1]);
            }
        });
        return fields;
    }

    public static Map<String, String> activation(String... directions) {
        return Map.of("direction", String.join("|", directions));
    }
}
