package ru.marshrut.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.calendar.Window;
import ru.marshrut.local.Words;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/** The demo's road maps: made from the published tables (seeds 001 and 002), confirmed and worked through by the use cases. */
@Component
@Profile("local")
class PlayedRoadMaps {

    private static final int YEAR = 2022;
    private static final int MANY = 1_000;
    private static final List<OutcomeKind> MARKED = List.of(OutcomeKind.ATTENDED, OutcomeKind.PRESENTED, OutcomeKind.PUBLISHED);

    private final RoadMapDrafts drafts;
    private final ImportDecisions decisions;
    private final Approvals approvals;
    private final OpenTasks open;
    private final Actors actors;
    private final DemoPapers papers;

    PlayedRoadMaps(RoadMapDrafts drafts, ImportDecisions decisions, Approvals approvals, OpenTasks open, Actors actors, DemoPapers papers) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.approvals = approvals;
        this.open = open;
        this.actors = actors;
        this.papers = papers;
    }

    /**
     * Imports a table, confirms all that is asked as it was understood, and approves.
     *
     * @param name of the file {@code local/demo/road-map-<name>.txt} and of its title among the demo's words
     * @param openEnd last day of windows whose end the order leaves open
     */
    void approve(String name, long coordinator, Place place, String orderNumber, LocalDate orderDate, LocalDate openEnd, Set<Role> roles) {
        actors.as(coordinator, viewer -> {
            Order order = new Order(orderNumber, orderDate, null);
            long id = drafts.create(viewer, place, YEAR, Words.of("local.demo.roadMap." + name, Map.of()), order, new OrderSource.Pasted(text(name)));
            Preview preview = drafts.preview(viewer, id);
            if (preview.undecided()) {
                decisions.chooseTables(viewer, id, revision(viewer, id), preview.chosen());
            }
            if (preview.chosenTables().stream().anyMatch(table -> !table.questions().isEmpty())) {
                decisions.confirmRoles(viewer, id, revision(viewer, id), roles);
            }
            for (Preview.Row row : drafts.preview(viewer, id).rows()) {
                if (row.isOpen()) {
                    decisions.correct(viewer, id, revision(viewer, id), row.read().key(), answers(row.read(), openEnd, roles));
                }
            }
            approvals.approve(viewer, id, revision(viewer, id), Map.of());
        });
    }

    /** Whoever's turn it is does the open work of measures at and below a place that is due by a day. */
    void work(Place place, LocalDate today, LocalDate dueBy, Predicate<OpenTask> willing) {
        for (OpenTask task : open.within(place, MANY)) {
            boolean ofMeasures = task.processKey().equals(MeasureModel.KEY) || task.processKey().equals(SchoolMeasureModel.KEY);
            if (ofMeasures && task.due() != null && !task.due().day(Demo.MOSCOW).isAfter(dueBy) && willing.test(task)) {
                work(task, today);
            }
        }
    }

    private void work(OpenTask task, LocalDate today) {
        Map<String, String> fields = new HashMap<>(Map.of("on", today.toString()));
        switch (task.step()) {
            case MeasureModel.REPORT_RESULT -> {
                fields.put("words", Words.of("local.demo.roadMap.result", Map.of()));
                fields.put("withoutAct", Words.of("local.demo.roadMap.withoutAct", Map.of()));
            }
            case MeasureModel.MARK_PARTICIPANTS -> MARKED.forEach(kind -> fields.put("mode_" + kind, "EXCEPT"));
            case MeasureModel.DECIDE_ON_RESULT -> {
                fields.put("decision", "NOT_DONE");
                fields.put("reason", Words.of("local.demo.roadMap.notDone", Map.of()));
            }
            case SchoolMeasureModel.PLACE_DOCUMENT -> actors.as(actors.coordinatorOf(task.schoolId()), viewer ->
                papers.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())), task.title(), task.context()));
            case SchoolMeasureModel.CONFIRM_DOCUMENT -> {
                fields.put("confirmed", "YES");
                fields.put("comment", Words.of("local.demo.roadMap.comment", Map.of()));
            }
            default -> { }
        }
        actors.does(task, fields);
    }

    private static Map<ReadRow.Field, Correction.Value> answers(ReadRow row, LocalDate openEnd, Set<Role> roles) {
        Map<ReadRow.Field, Correction.Value> answers = new EnumMap<>(ReadRow.Field.class);
        var content = row.content();
        for (ReadRow.Decision decision : row.decisions()) {
            answers.put(decision.field(), switch (decision.field()) {
                case TITLE -> new Correction.Value(content.title(), null, null, null, null, null, null);
                case WINDOWS -> new Correction.Value(null, content.windows().stream()
                    .map(window -> window.due() == null ? new Window(window.start(), openEnd, window.precision()) : window).toList(), null, null, null, null, null);
                case RECURRENCE -> new Correction.Value(null, null, content.recurrence(), null, null, null, null);
                case ROLES -> new Correction.Value(null, null, null, content.roles().isEmpty() ? roles : content.roles(), null, null, null);
                case EVIDENCE -> new Correction.Value(null, null, null, null, content.evidence(), content.outcome(), null);
                case INDICATORS -> new Correction.Value(null, null, null, null, null, null, content.indicators());
            });
        }
        return answers;
    }

    private int revision(Viewer viewer, long id) {
        return drafts.preview(viewer, id).draft().revision();
    }

    private static String text(String name) {
        try (var file = new ClassPathResource("local/demo/road-map-" + name + ".txt").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
