package ru.marshrut.expertise.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.FactKind;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.rubrics.RubricContent;
import ru.marshrut.shared.Refusal;

/** A draft of a rubric as it is typed; the last criterion is the empty one for what is added. */
record RubricForm(String title, String source, String declaredContent, String declaredOrganisational, List<CriterionForm> criteria) {

    private static final CriterionForm NEW = new CriterionForm("", Part.CONTENT, "", "", "", null, "", null);
    private static final int LONGEST_NUMBER = 4;

    RubricForm {
        title = typed(title);
        source = typed(source);
        declaredContent = typed(declaredContent);
        declaredOrganisational = typed(declaredOrganisational);
        criteria = criteria == null ? List.of() : criteria;
    }

    static RubricForm of(Rubric rubric) {
        return new RubricForm(rubric.title(), rubric.source(), number(rubric.declaredContent()), number(rubric.declaredOrganisational()),
            rubric.criteria().stream().map(CriterionForm::of).toList()).withRoomForOneMore();
    }

    RubricForm withRoomForOneMore() {
        if (!criteria.isEmpty() && criteria.get(criteria.size() - 1).isEmpty()) {
            return this;
        }
        return new RubricForm(title, source, declaredContent, declaredOrganisational, Stream.concat(criteria.stream(), Stream.of(NEW)).toList());
    }

    /** Without what is ticked as removed, so that places of refusals are those of the page that is shown then. */
    RubricForm withoutRemoved() {
        return new RubricForm(title, source, declaredContent, declaredOrganisational, criteria.stream().filter(one -> one.removed() == null).toList());
    }

    /** Throws {@link Refusal} for what is no number, no level. */
    RubricContent content() {
        List<Criterion> read = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            if (!criteria.get(i).isEmpty()) {
                read.add(criteria.get(i).criterion("criteria[" + i + "].", i + 1));
            }
        }
        return new RubricContent(title, source, declared("declaredContent", declaredContent), declared("declaredOrganisational", declaredOrganisational),
            read);
    }

    private static Integer declared(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!isNumber(typed)) {
            throw Refusal.ofField(field, "expertise.rubrics.declaredNoNumber", typed);
        }
        return Integer.valueOf(typed);
    }

    private static boolean isNumber(String typed) {
        return typed.length() <= LONGEST_NUMBER && typed.matches("[0-9]+");
    }

    private static String typed(String value) {
        return value == null ? "" : value.strip();
    }

    private static String number(Integer value) {
        return value == null ? "" : value.toString();
    }

    /**
     * One criterion.
     *
     * @param levels  a line each: points, a dash with blanks around it, words; points alone where the source has no words
     * @param removed true where it is ticked, else null
     */
    record CriterionForm(String code, Part part, String title, String maximum, String source, FactKind facts, String levels, Boolean removed) {

        private static final Pattern LEVEL = Pattern.compile("([0-9]{1,2})(?:\\s+[—–-]\\s+(.+))?");

        CriterionForm {
            code = typed(code);
            part = part == null ? Part.CONTENT : part;
            title = typed(title);
            maximum = typed(maximum);
            source = typed(source);
            levels = typed(levels);
        }

        static CriterionForm of(Criterion criterion) {
            return new CriterionForm(criterion.code(), criterion.part(), criterion.title(), String.valueOf(criterion.maximum()), criterion.source(),
                criterion.facts(), criterion.levels().stream().map(level -> level.words() == null ? String.valueOf(level.points())
                    : level.points() + " — " + level.words()).collect(Collectors.joining("\n")), null);
        }

        public boolean isEmpty() {
            return Stream.of(code, title, maximum, source, levels).noneMatch(StringUtils::hasText);
        }

        Criterion criterion(String field, int number) {
            if (!isNumber(maximum)) {
                throw Refusal.ofField(field + "maximum", "expertise.rubrics.maximumNoNumber", String.valueOf(number), maximum);
            }
            List<Level> read = levels.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> level(line, field, number)).toList();
            return new Criterion(0, code, part, number, title, Integer.parseInt(maximum), source, facts, read);
        }

        private static Level level(String line, String field, int number) {
            Matcher matcher = LEVEL.matcher(line);
            if (!matcher.matches()) {
                throw Refusal.ofField(field + "levels", "expertise.rubrics.noLevel", String.valueOf(number), line);
            }
            return new Level(Integer.parseInt(matcher.group(1)), matcher.group(2));
        }
    }
}
