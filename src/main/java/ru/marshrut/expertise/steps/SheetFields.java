package ru.marshrut.expertise.steps;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.CheckSheet.Mark;
import ru.marshrut.expertise.CheckSheet.Note;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Score;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;

/**
 * The fields of a check, between the page and the sheet: {@code points_<criterion>}, {@code comment_<criterion>},
 * {@code against_<criterion>}, {@code own_<criterion>} and {@code own} (a remark a line), {@code remark_<typical remark>} (ticked) with
 * {@code remarkOf_<typical remark>} (criterion, may be empty).
 */
final class SheetFields {

    private static final String REMARK = "remark_";
    private static final String OWN = "own";

    private SheetFields() {}

    static CheckSheet read(FormInput input, List<Criterion> criteria) {
        Map<Long, Mark> marks = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        input.values().keySet().stream().filter(field -> field.startsWith(REMARK) && input.isChecked(field)).sorted().forEach(field -> {
            String id = field.substring(REMARK.length());
            String criterion = input.text("remarkOf_" + id);
            notes.add(new Note(criterion.isEmpty() ? null : number(criterion, field), number(id, field), ""));
        });
        for (Criterion criterion : criteria) {
            String points = input.text("points_" + criterion.id());
            marks.put(criterion.id(), new Mark(points.isEmpty() ? null : points(points, criterion), input.text("comment_" + criterion.id()),
                input.text("against_" + criterion.id())));
            input.text(OWN + "_" + criterion.id()).lines().forEach(line -> notes.add(new Note(criterion.id(), null, line)));
        }
        input.text(OWN).lines().forEach(line -> notes.add(new Note(null, null, line)));
        return new CheckSheet(marks, notes);
    }

    static FormInput filled(List<Score> scores, List<CheckRemark> remarks) {
        Map<String, String> fields = new HashMap<>();
        for (Score score : scores) {
            fields.put("points_" + score.criterionId(), String.valueOf(score.points()));
            fields.put("comment_" + score.criterionId(), score.comment());
            fields.put("against_" + score.criterionId(), score.againstReason() == null ? "" : score.againstReason());
        }
        remarks.stream().filter(remark -> remark.typicalId() != null).forEach(remark -> {
            fields.put(REMARK + remark.typicalId(), "YES");
            fields.put("remarkOf_" + remark.typicalId(), remark.criterionId() == null ? "" : String.valueOf(remark.criterionId()));
        });
        remarks.stream().filter(remark -> remark.typicalId() == null)
            .collect(groupingBy(remark -> remark.criterionId() == null ? OWN : OWN + "_" + remark.criterionId(), mapping(CheckRemark::text, joining("\n"))))
            .forEach(fields::put);
        return FormInput.of(fields);
    }

    private static int points(String points, Criterion criterion) {
        if (!points.matches("\\d{1,4}")) {
            throw Refusal.ofField("points_" + criterion.id(), "expertise.checks.noSuchLevel", criterion.title(), points, criterion.maximum());
        }
        return Integer.parseInt(points);
    }

    private static long number(String id, String field) {
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.ofField(field, "work.form.unknownChoice", id);
        }
        return Long.parseLong(id);
    }
}
