package ru.marshrut.roadmap.web;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Differences;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/** Drafts of road maps for programs: what the pages do. Each change names the revision that was seen. */
@RestController
@RequestMapping("/api/road-maps/{id}")
@Tag(name = "Дорожные карты", description = "Разбор приказов, черновики, утверждение, версии")
class DraftsApi {

    /** @param leftOut by row key: why it is not imported */
    record DraftAnswer(int revision, Instant changedAt, Order order, Long controllerId, String controlWords, List<TableAnswer> tables,
                       Set<Integer> chosenTables, boolean tablesUndecided, Set<Role> roles, List<RowAnswer> rows, Map<String, String> leftOut,
                       int openDecisions) {}

    /** A null inside of a list is no choice. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
    @JacksonAnnotationsInside
    @JsonSetter(contentNulls = Nulls.FAIL)
    @interface NoNulls {}

    record OrderChange(int revision, String title, RoadMapsApi.OrderToSet order, Long controllerId) {}

    record TablesChoice(int revision, @NoNulls Set<Integer> tables) {}

    record ColumnsChoice(int revision, @NoNulls List<Column> columns) {}

    record RolesChoice(int revision, @NoNulls Set<Role> roles) {}

    record WindowToSet(LocalDate start, LocalDate due, Precision precision) {}

    record RecurrenceToSet(Recurrence.Kind kind, int count, Integer byDay) {}

    record IndicatorToSet(IndicatorKind kind, @NoNulls List<Population> populations, BigDecimal target, Recurrence.Kind per, OutcomeKind outcome,
                          LocalDate asOf, String words) {}

    /**
     * What fields of a row mean; only those that are named in {@code fields} are set.
     *
     * @param outcome belongs to EVIDENCE
     */
    record RowCorrection(int revision, String key, @NoNulls Set<Field> fields, String title, @NoNulls List<WindowToSet> windows, RecurrenceToSet recurrence,
                         @NoNulls Set<Role> roles, Evidence evidence, OutcomeKind outcome, @NoNulls List<IndicatorToSet> indicators) {}

    record RowConfirmation(int revision, String key, @NoNulls Set<Field> fields) {}

    /** @param reason why the row is left out; null takes it in again */
    record RowChoice(int revision, String key, String reason) {}

    /** @param measure id of the approved measure, 0 for a new one, null to leave it to the comparison */
    record Match(int revision, String key, Long measure) {}

    /** @param reasons by id of a removed measure */
    record ApprovalToGive(int revision, @NoNulls Map<Long, String> reasons) {}

    record Approved(long id, int version) {}

    record ChangedAnswer(long measure, String title, String key, Set<Differences.Part> parts, RowAnswer before, RowAnswer after) {}

    record RemovedAnswer(long measure, String number, String title) {}

    record DifferencesAnswer(List<RowAnswer> added, List<RemovedAnswer> removed, List<ChangedAnswer> changed, int renumbered, int unchanged) {}

    private final RoadMapDrafts drafts;
    private final ImportDecisions decisions;
    private final Approvals approvals;
    private final Viewers viewers;
    private final RoadMapWords words;

    DraftsApi(RoadMapDrafts drafts, ImportDecisions decisions, Approvals approvals, Viewers viewers, RoadMapWords words) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.approvals = approvals;
        this.viewers = viewers;
        this.words = words;
    }

    @GetMapping("/draft")
    @Operation(summary = "Черновик, как он понят", description = "Строки выбранных таблиц с открытыми решениями.")
    DraftAnswer draft(@PathVariable long id) {
        return answer(id, viewers.current());
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Отменить подготовку изменения")
    void discard(@PathVariable long id, @RequestParam int revision) {
        drafts.discard(viewers.current(), id, revision);
    }

    @PutMapping(path = "/draft/source", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Загрузить текст заново", description = "Исправления сохраняются в строках, где слова остались прежними.")
    DraftAnswer importText(@PathVariable long id, @RequestParam int revision, @RequestBody(required = false) byte[] body) {
        return importAnew(id, revision, new OrderSource.Pasted(body == null ? "" : HandedIn.decoded(body)));
    }

    @PutMapping(path = "/draft/source", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Загрузить файл заново")
    DraftAnswer importFile(@PathVariable long id, @RequestParam int revision, @RequestPart MultipartFile file) {
        return importAnew(id, revision, HandedIn.of(file, ""));
    }

    @PutMapping("/draft/order")
    @Operation(summary = "Указать приказ и контроль")
    DraftAnswer setOrder(@PathVariable long id, @RequestBody OrderChange change) {
        Viewer viewer = viewers.current();
        drafts.setOrder(viewer, id, change.revision(), change.title(), RoadMapsApi.OrderToSet.of(change.order()), change.controllerId());
        return answer(id, viewer);
    }

    @PutMapping("/draft/tables")
    @Operation(summary = "Выбрать таблицы, которые относятся к карте")
    DraftAnswer chooseTables(@PathVariable long id, @RequestBody TablesChoice choice) {
        Viewer viewer = viewers.current();
        decisions.chooseTables(viewer, id, choice.revision(), given(choice.tables(), Set.of()));
        return answer(id, viewer);
    }

    @PutMapping("/draft/tables/{table}/columns")
    @Operation(summary = "Указать, что в столбцах таблицы")
    DraftAnswer setColumns(@PathVariable long id, @PathVariable int table, @RequestBody ColumnsChoice choice) {
        Viewer viewer = viewers.current();
        decisions.setColumns(viewer, id, choice.revision(), table, given(choice.columns(), List.of()));
        return answer(id, viewer);
    }

    @PutMapping("/draft/roles")
    @Operation(summary = "Подтвердить роли для всей таблицы")
    DraftAnswer confirmRoles(@PathVariable long id, @RequestBody RolesChoice choice) {
        Viewer viewer = viewers.current();
        decisions.confirmRoles(viewer, id, choice.revision(), given(choice.roles(), Set.of()));
        return answer(id, viewer);
    }

    @PutMapping("/draft/rows/correction")
    @Operation(summary = "Исправить поля строки", description = "Меняются только поля, названные в fields.")
    DraftAnswer correct(@PathVariable long id, @RequestBody RowCorrection row) {
        Viewer viewer = viewers.current();
        Map<Field, Correction.Value> values = new EnumMap<>(Field.class);
        given(row.fields(), Set.<Field>of()).forEach(field -> values.put(field, value(field, row)));
        decisions.correct(viewer, id, row.revision(), given(row.key(), ""), values);
        return answer(id, viewer);
    }

    @PutMapping("/draft/rows/confirmation")
    @Operation(summary = "Подтвердить поля строки, как они поняты")
    DraftAnswer confirm(@PathVariable long id, @RequestBody RowConfirmation row) {
        Viewer viewer = viewers.current();
        decisions.confirm(viewer, id, row.revision(), given(row.key(), ""), given(row.fields(), Set.of()));
        return answer(id, viewer);
    }

    @PutMapping("/draft/rows/left-out")
    @Operation(summary = "Не включать строку в карту или включить снова", description = "С причиной — не включать, без причины — включить.")
    DraftAnswer leaveOut(@PathVariable long id, @RequestBody RowChoice row) {
        Viewer viewer = viewers.current();
        if (row.reason() == null) {
            decisions.takeIn(viewer, id, row.revision(), given(row.key(), ""));
        } else {
            decisions.leaveOut(viewer, id, row.revision(), given(row.key(), ""), row.reason());
        }
        return answer(id, viewer);
    }

    @GetMapping("/differences")
    @Operation(summary = "Что черновик меняет в действующей карте")
    DifferencesAnswer differences(@PathVariable long id) {
        Differences differences = approvals.differences(viewers.current(), id);
        return new DifferencesAnswer(differences.added().stream().map(row -> RowAnswer.of(0, row, words)).toList(),
            differences.removed().stream().map(measure -> new RemovedAnswer(measure.id(), measure.content().number(), measure.content().title())).toList(),
            differences.changed().stream().map(changed -> new ChangedAnswer(changed.before().id(), changed.after().content().title(),
                changed.after().key(), changed.parts(), RowAnswer.of(0, "", changed.before().content(), List.of(), List.of(), List.of()),
                RowAnswer.of(0, changed.after(), words))).toList(),
            differences.renumbered().size(), differences.unchanged());
    }

    @PutMapping("/differences/match")
    @Operation(summary = "Сопоставить строку с мероприятием действующей карты")
    DifferencesAnswer match(@PathVariable long id, @RequestBody Match match) {
        approvals.match(viewers.current(), id, match.revision(), given(match.key(), ""), match.measure());
        return differences(id);
    }

    @PostMapping("/approval")
    @Operation(summary = "Утвердить черновик", description = "Для исключаемых мероприятий нужны причины.")
    Approved approve(@PathVariable long id, @RequestBody ApprovalToGive approval) {
        return new Approved(id, approvals.approve(viewers.current(), id, approval.revision(), given(approval.reasons(), Map.of())));
    }

    private DraftAnswer importAnew(long id, int revision, OrderSource source) {
        Viewer viewer = viewers.current();
        drafts.importAnew(viewer, id, revision, source);
        return answer(id, viewer);
    }

    private DraftAnswer answer(long id, Viewer viewer) {
        Preview preview = drafts.preview(viewer, id);
        return new DraftAnswer(preview.draft().revision(), preview.draft().changedAt(), preview.draft().order(), preview.draft().controllerId(),
            preview.draft().controlWords(), preview.tables().stream().map(table -> TableAnswer.of(table, words)).toList(), preview.chosen(),
            preview.undecided(), preview.draft().choices().roles(), preview.rows().stream().map(row -> RowAnswer.of(row.table(), row.read(), words)).toList(),
            preview.draft().choices().leftOut(), preview.openDecisions());
    }

    private static Correction.Value value(Field field, RowCorrection row) {
        return switch (field) {
            case TITLE -> new Correction.Value(given(row.title(), ""), null, null, null, null, null, null);
            case WINDOWS -> new Correction.Value(null, given(row.windows(), List.<WindowToSet>of()).stream().map(DraftsApi::window).toList(), null, null,
                null, null, null);
            case RECURRENCE -> new Correction.Value(null, null, recurrence(row.recurrence()), null, null, null, null);
            case ROLES -> new Correction.Value(null, null, null, given(row.roles(), Set.of()), null, null, null);
            case EVIDENCE -> new Correction.Value(null, null, null, null, row.evidence(), row.outcome(), null);
            case INDICATORS -> new Correction.Value(null, null, null, null, null, null, given(row.indicators(), List.<IndicatorToSet>of()).stream()
                .map(DraftsApi::indicator).toList());
        };
    }

    private static Window window(WindowToSet window) {
        if (window.start() == null && window.due() == null) {
            throw Refusal.ofField("windows", "roadmap.decision.windowMissing");
        }
        if (window.start() != null && window.due() != null && window.due().isBefore(window.start())) {
            throw Refusal.ofField("windows", "roadmap.web.windowBackwards", window.start().toString(), window.due().toString());
        }
        return new Window(window.start(), window.due(), given(window.precision(), Precision.DAY));
    }

    private static Recurrence recurrence(RecurrenceToSet recurrence) {
        if (recurrence != null && recurrence.kind() == null) {
            throw Refusal.ofField("recurrence", "roadmap.decision.wrongRecurrence");
        }
        return recurrence == null ? null : new Recurrence(recurrence.kind(), recurrence.count(), recurrence.byDay());
    }

    private static Indicator indicator(IndicatorToSet indicator) {
        if (indicator.kind() == null) {
            throw Refusal.ofField("indicators", "roadmap.web.unknownChoice", "");
        }
        return new Indicator(indicator.kind(), given(indicator.populations(), List.of()), indicator.target(), indicator.per(), indicator.outcome(),
            indicator.asOf(), given(indicator.words(), ""));
    }

    private static <T> T given(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
