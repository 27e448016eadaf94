package ru.marshrut.expertise.rubrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.shared.Refusal;

/**
 * What an administrator gives a new version. Fields of refusals are named as on the form, {@code criteria[0].code}.
 *
 * @param declaredContent        points that the source declares for the part, or null
 * @param declaredOrganisational the same for the organisational part
 * @param criteria               in their order; ids and positions mean nothing
 */
public record RubricContent(String title, String source, Integer declaredContent, Integer declaredOrganisational, List<Criterion> criteria) {

    /** Points of one criterion; more of them could not be told apart in words. */
    static final int LARGEST_MAXIMUM = 20;
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_WORDS = 300;
    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9-]{1,39}");

    public static RubricContent of(Rubric rubric) {
        return new RubricContent(rubric.title(), rubric.source(), rubric.declaredContent(), rubric.declaredOrganisational(), rubric.criteria());
    }

    /** Throws {@link Refusal} for the first thing that is wrong. */
    void check() {
        text("title", title, "title");
        text("source", source, "source");
        if (criteria.stream().noneMatch(criterion -> criterion.part() == Part.CONTENT)) {
            throw Refusal.of("expertise.rubrics.noContent");
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            check(criteria.get(i), "criteria[" + i + "].", String.valueOf(i + 1), codes);
        }
        declared("declaredContent", declaredContent, Part.CONTENT);
        declared("declaredOrganisational", declaredOrganisational, Part.ORGANISATIONAL);
    }

    private static void check(Criterion criterion, String field, String number, Set<String> codes) {
        if (!CODE.matcher(criterion.code()).matches()) {
            throw Refusal.ofField(field + "code", "expertise.rubrics.wrongCode", number, criterion.code());
        }
        if (!codes.add(criterion.code())) {
            throw Refusal.ofField(field + "code", "expertise.rubrics.codeTwice", number, criterion.code());
        }
        text(field + "title", criterion.title(), "criterionTitle", number);
        if (criterion.maximum() < 1 || criterion.maximum() > LARGEST_MAXIMUM) {
            throw Refusal.ofField(field + "maximum", "expertise.rubrics.wrongMaximum", number, criterion.maximum(), LARGEST_MAXIMUM);
        }
        levels(criterion, field + "levels", number);
        text(field + "source", criterion.source(), "criterionSource", number);
        if (criterion.facts() != null && (criterion.facts().part() != criterion.part() || criterion.facts().maximum() != criterion.maximum())) {
            throw Refusal.ofField(field + "facts", "expertise.rubrics.factsDoNotFit." + criterion.facts().part(), number, criterion.facts().maximum());
        }
    }

    private static void levels(Criterion criterion, String field, String number) {
        List<Integer> points = criterion.levels().stream().map(Level::points).toList();
        List<Integer> twice = points.stream().filter(one -> points.indexOf(one) != points.lastIndexOf(one)).distinct().toList();
        if (!twice.isEmpty()) {
            throw Refusal.ofField(field, "expertise.rubrics.levelTwice", number, twice.get(0));
        }
        List<Integer> missing = new ArrayList<>(IntStream.rangeClosed(0, criterion.maximum()).boxed().toList());
        missing.removeAll(points);
        if (!missing.isEmpty()) {
            throw Refusal.ofField(field, "expertise.rubrics.levelMissing", number, missing.get(0), criterion.maximum());
        }
        int highest = points.stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (highest > criterion.maximum()) {
            throw Refusal.ofField(field, "expertise.rubrics.levelAbove", number, highest, criterion.maximum());
        }
        criterion.levels().stream().map(Level::words).filter(words -> words != null && words.length() > LONGEST_WORDS).findFirst().ifPresent(words -> {
            throw Refusal.ofField(field, "expertise.rubrics.longWords", number, LONGEST_WORDS);
        });
    }

    private void declared(String field, Integer declared, Part part) {
        int itemised = criteria.stream().filter(criterion -> criterion.part() == part).mapToInt(Criterion::maximum).sum();
        if (declared != null && declared < itemised) {
            throw Refusal.ofField(field, "expertise.rubrics.declaredTooLittle." + part, declared, itemised);
        }
    }

    private static void text(String field, String text, String what, Object... number) {
        if (text.isBlank()) {
            throw Refusal.ofField(field, "expertise.rubrics.missing." + what, number);
        }
        if (text.length() > LONGEST_TITLE) {
            throw Refusal.ofField(field, "expertise.rubrics.long." + what, number.length == 0 ? new Object[] {LONGEST_TITLE} : new Object[] {number[0], LONGEST_TITLE});
        }
    }
}
