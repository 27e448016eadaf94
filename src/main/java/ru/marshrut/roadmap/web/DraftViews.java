package ru.marshrut.roadmap.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadRow.Field;

/** The rows of a draft as its page shows them, some at a time. */
@Component
class DraftViews {

    /** Rows of one page; those that ask for something bring their form along. */
    static final int ROWS_ON_A_PAGE = 50;

    /** What of the rows is shown. */
    enum Show { ALL, OPEN, OUT }

    /** @param pages how many there are, at least one */
    record Page(List<RowLine> rows, int page, int pages) {}

    private final RoadMapWords words;

    DraftViews(RoadMapWords words) {
        this.words = words;
    }

    /**
     * @param page  from 0
     * @param edit  place of the row whose every field is edited, or null
     * @param typed for that row, or null where nothing was typed yet
     */
    Page page(Preview preview, Show show, int page, Integer edit, MultiValueMap<String, String> typed) {
        List<Integer> shown = new ArrayList<>();
        for (int at = 0; at < preview.rows().size(); at++) {
            Preview.Row row = preview.rows().get(at);
            if (show == Show.ALL || show == Show.OPEN && row.isOpen() || show == Show.OUT && row.leftOut() != null || edit != null && edit == at) {
                shown.add(at);
            }
        }
        int pages = Math.max(1, (shown.size() + ROWS_ON_A_PAGE - 1) / ROWS_ON_A_PAGE);
        int wanted = edit == null ? page : shown.indexOf(edit) / ROWS_ON_A_PAGE;
        int here = Math.max(0, Math.min(wanted, pages - 1));
        List<RowLine> rows = shown.stream().skip((long) here * ROWS_ON_A_PAGE).limit(ROWS_ON_A_PAGE)
            .map(at -> line(at, preview.rows().get(at), edit != null && edit.equals(at), typed)).toList();
        return new Page(rows, here, pages);
    }

    private RowLine line(int at, Preview.Row row, boolean edited, MultiValueMap<String, String> typed) {
        ReadRow read = row.read();
        Set<Field> asked = read.decisions().stream().map(ReadRow.Decision::field).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        boolean again = edited && typed != null;
        Set<Field> fields = again ? fieldsOf(typed) : edited ? EnumSet.allOf(Field.class) : asked;
        RowForm form = row.leftOut() != null && !edited || fields.isEmpty() ? null : again ? RowForm.typed(typed) : RowForm.of(read.content());
        return new RowLine(at, read.key(), read.content(), row.leftOut(), read.decisions().stream()
            .map(decision -> new RowLine.Asked(decision.field(), words.question(decision.question()), isConfirmable(decision.field(), read.content()))).toList(),
            words.questions(read.notes()), row.corrected(), form, fields);
    }

    /** Those that the form had: the others were not typed and must not be taken for emptied. */
    private static Set<Field> fieldsOf(MultiValueMap<String, String> typed) {
        return typed.getOrDefault("fields", List.of()).stream().map(name -> RowForm.choice(Field.class, name, "fields"))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    private static boolean isConfirmable(Field field, MeasureContent content) {
        return switch (field) {
            case TITLE -> !content.title().isBlank();
            case WINDOWS -> !content.windows().isEmpty();
            case RECURRENCE, EVIDENCE -> true;
            case ROLES -> !content.roles().isEmpty();
            case INDICATORS -> content.indicators().stream().allMatch(indicator -> !indicator.populations().isEmpty()
                || indicator.kind() == ru.marshrut.roadmap.IndicatorKind.FACT);
        };
    }
}
