package ru.marshrut.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.marshrut.simulation.MadeCountry.MadeRegion;

/**
 * Tells from the audit trail alone where the schools stand. It reads the facts in the order in which they were recorded and
 * knows nothing of the product's own tables, words or counting; only which school lies in which region is told to it.
 */
class AuditRecount {

    private static final int AT_ONCE = 1000;
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
    /** The stages in the order of the plan. */
    private static final List<String> PLAN = List.of("SURVEY", "PROFILE", "FIRST_VISIT", "VERIFICATION", "ACTIVATION", "VISIT_SCHEDULE",
        "CONCEPT_DOCUMENTS", "MONITORING_1", "PEER_REVIEW", "MONITORING_2", "POSITIVE_CHANGES");
    /** Of these the simulated road map names a target. */
    private static final List<String> TARGETED = List.of("SURVEY", "FIRST_VISIT", "VERIFICATION", "ACTIVATION", "CONCEPT_DOCUMENTS", "MONITORING_1",
        "PEER_REVIEW", "MONITORING_2");
    private static final Set<String> MONITORING = Set.of("MONITORING_1", "MONITORING_2");

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    AuditRecount(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A fact of the trail. */
    private record Fact(String type, String subjectType, String subject, Map<String, String> parameters, boolean hasReason) {

        String get(String name) {
            return parameters.get(name);
        }

        LocalDate day(String name) {
            String day = get(name);
            return day == null ? null : LocalDate.parse(day);
        }
    }

    private static final class Stage {

        private LocalDate due;
        private LocalDate extended;
        private LocalDate opened;
        private LocalDate done;
        private boolean late;
        private int reopened;

        private LocalDate last() {
            return extended != null ? extended : due;
        }

        private boolean overdue(LocalDate today) {
            return done == null && last() != null && today.isAfter(last());
        }
    }

    private static final class Report {

        private boolean done;
        private boolean evidence;
        private Boolean accepted;

        private boolean proves() {
            return done && evidence && Boolean.TRUE.equals(accepted);
        }
    }

    private static final class Visit {

        private final LocalDate first;
        private boolean held;

        private Visit(LocalDate first) {
            this.first = first;
        }
    }

    private static final class Year {

        private String status = "RUNNING";
        private LocalDate ended;
        private long school;
        private final Map<String, Stage> stages = new HashMap<>();
        private int measures;
        private final Map<String, Map<String, Report>> reports = new HashMap<>();
        private final Map<String, String> shares = new HashMap<>();
        private final Map<String, Visit> visits = new HashMap<>();
        private int decisions;
        private int commented;
        private boolean changedForTheBetter;

        private Stage stage(String name) {
            return stages.computeIfAbsent(name, any -> new Stage());
        }

        private Map<String, Report> reports(String stage) {
            return reports.computeIfAbsent(stage, any -> new HashMap<>());
        }

        private void decided(int count, int withComment) {
            decisions += count;
            commented += withComment;
        }

        /** Proven in this stage, or in the first where the second was told nothing of it. */
        private String share(String stage) {
            Map<String, Report> told = reports(stage);
            long proven = told.entrySet().stream().filter(one -> one.getKey().startsWith("measure-") && one.getValue().proves()).count();
            if (stage.equals("MONITORING_2")) {
                proven += reports("MONITORING_1").entrySet().stream()
                    .filter(one -> one.getKey().startsWith("measure-") && one.getValue().proves() && !told.containsKey(one.getKey())).count();
            }
            return proven + " of " + measures;
        }
    }

    /** @param today the day at whose end it is looked */
    SortedMap<String, Object> asOf(LocalDate today, List<MadeRegion> regions) {
        Map<String, Year> years = new HashMap<>();
        long[] completed = {0};
        read(fact -> {
            if (fact.type.equals("work.taskCompleted") || fact.type.equals("roadmap.approved")) { // the approval does the task of the check
                completed[0]++;
            } else if (fact.subjectType.equals("school-year")) {
                take(fact, years.computeIfAbsent(fact.subject, any -> new Year()));
            }
        });
        Map<Long, Year> bySchool = new HashMap<>();
        years.values().forEach(year -> bySchool.put(year.school, year));
        SortedMap<String, Object> told = new TreeMap<>();
        told.put("tasks done", completed[0]);
        for (int n = 0; n < regions.size(); n++) {
            region("region " + n, regions.get(n), bySchool, today, told);
        }
        return told;
    }

    private void read(java.util.function.Consumer<Fact> reader) {
        JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
        streaming.setFetchSize(AT_ONCE);
        streaming.query("select type, subject_type, subject_id, parameters::text, reason from audit_entry order by id", row -> {
            reader.accept(new Fact(row.getString(1), row.getString(2), row.getString(3), parameters(row.getString(4)),
                row.getString(5) != null && !row.getString(5).isBlank()));
        });
    }

    private Map<String, String> parameters(String text) {
        try {
            return json.readValue(text, PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static void take(Fact fact, Year year) {
        switch (fact.type) {
            case "schoolyear.started" -> {
                year.school = Long.parseLong(fact.get("school"));
                PLAN.forEach(stage -> year.stage(stage).due = fact.day(stage));
            }
            case "schoolyear.dueMoved" -> {
                Stage stage = year.stage(fact.get("stage"));
                stage.due = fact.day("after");
                stage.extended = stage.extended != null && stage.extended.isAfter(stage.due) ? stage.extended : null;
            }
            case "schoolyear.dueLifted" -> year.stage(fact.get("stage")).due = null;
            case "schoolyear.stageExtended" -> year.stage(fact.get("stage")).extended = fact.day("until");
            case "schoolyear.stageOpened" -> year.stage(fact.get("stage")).opened = fact.day("on");
            case "schoolyear.stageDone" -> {
                Stage stage = year.stage(fact.get("stage"));
                stage.done = fact.day("on");
                stage.late = stage.last() != null && stage.done.isAfter(stage.last());
            }
            case "schoolyear.stageReopened" -> {
                Stage stage = year.stage(fact.get("stage"));
                stage.done = null;
                stage.late = false;
                stage.reopened++;
                year.shares.remove(fact.get("stage"));
            }
            case "schoolyear.left" -> end(year, "LEFT", fact);
            case "schoolyear.merged" -> end(year, "MERGED", fact);
            case "schoolyear.closed" -> end(year, "CLOSED", fact);
            case "schoolyear.completed" -> end(year, "COMPLETED", fact);
            case "schoolyear.profileVerified" -> year.decided(number(fact, "confirm") + number(fact, "correct") + number(fact, "dispute"),
                number(fact, "commented"));
            case "schoolyear.activationConfirmed", "schoolyear.activationReturned", "schoolyear.documentApproved", "schoolyear.documentReturned" ->
                year.decided(1, fact.hasReason ? 1 : 0);
            case "schoolyear.programmeSent" -> year.measures = number(fact, "measures");
            case "schoolyear.monitoringReported" -> {
                Report report = new Report();
                report.done = "DONE".equals(fact.get("claim"));
                report.evidence = Boolean.parseBoolean(fact.get("evidence"));
                year.reports(fact.get("stage")).put(fact.get("item"), report);
            }
            case "schoolyear.monitoringDecided" -> {
                year.decided(1, fact.hasReason ? 1 : 0);
                year.reports(fact.get("stage")).get(fact.get("item")).accepted = Boolean.parseBoolean(fact.get("accepted"));
            }
            case "schoolyear.monitoringAskedAgain" -> year.reports(fact.get("stage")).get(fact.get("item")).accepted = null;
            case "schoolyear.monitoringPlaced" -> year.shares.put(fact.get("stage"), year.share(fact.get("stage")));
            case "schoolyear.changesMarked", "schoolyear.changesCorrected" -> year.changedForTheBetter = "YES".equals(fact.get("mark"));
            case "schoolyear.visitAgreed", "schoolyear.visitAdded" -> year.visits.put(fact.get("visit"), new Visit(fact.day("day")));
            case "schoolyear.visitHeld" -> year.visits.get(fact.get("visit")).held = true;
            case "schoolyear.visitRemoved" -> year.visits.remove(fact.get("visit"));
            default -> { } // tells nothing of where the school stands
        }
    }

    private static void end(Year year, String status, Fact fact) {
        year.status = status;
        year.ended = fact.day("on");
    }

    private static int number(Fact fact, String name) {
        return Integer.parseInt(fact.get(name));
    }

    private static void region(String name, MadeRegion region, Map<Long, Year> years, LocalDate today, SortedMap<String, Object> told) {
        Map<String, int[]> stations = new TreeMap<>();
        Map<String, Integer> done = new TreeMap<>();
        int[] figures = new int[4];
        List<Year> all = new ArrayList<>();
        region.schools().stream().filter(years::containsKey).forEach(school -> all.add(years.get(school)));
        for (Year year : all) {
            school("school " + year.school, year, told);
            int[] station = stations.computeIfAbsent(station(year, today), any -> new int[2]);
            station[0]++;
            station[1] += year.status.equals("RUNNING") && PLAN.stream().anyMatch(stage -> year.stage(stage).overdue(today)) ? 1 : 0;
            boolean takesPart = !year.status.equals("LEFT") && !year.status.equals("MERGED");
            TARGETED.stream().filter(stage -> takesPart && year.stage(stage).done != null).forEach(stage -> done.merge(stage, 1, Integer::sum));
            if (takesPart && year.changedForTheBetter) {
                done.merge("POSITIVE_CHANGES", 1, Integer::sum);
            }
            figures[0] += year.commented;
            figures[1] += year.decisions;
            for (Visit visit : year.visits.values()) {
                if (!visit.first.isAfter(today) && (year.ended == null || !visit.first.isAfter(year.ended))) {
                    figures[2] += visit.held ? 1 : 0;
                    figures[3]++;
                }
            }
        }
        stations.forEach((station, counts) -> told.put(name + " stands at " + station, counts[0] + ", late " + counts[1]));
        done.forEach((stage, count) -> told.put(name + " indicator of " + stage, count));
        told.put(name + " decisions with a comment", figures[0] + " of " + figures[1]);
        told.put(name + " visits held", figures[2] + " of " + figures[3]);
    }

    private static void school(String name, Year year, SortedMap<String, Object> told) {
        told.put(name + " status", year.status);
        for (String stage : PLAN) {
            Stage at = year.stage(stage);
            told.put(name + " " + stage, "last day " + at.last() + ", done " + at.done + ", late " + at.late + ", reopened " + at.reopened);
        }
        MONITORING.stream().filter(stage -> year.stage(stage).done != null)
            .forEach(stage -> told.put(name + " " + stage + " share", year.shares.get(stage)));
    }

    /** The first stage of the plan that is not done although it has begun or its day is over. */
    private static String station(Year year, LocalDate today) {
        if (!year.status.equals("RUNNING")) {
            return year.status;
        }
        return PLAN.stream().filter(stage -> year.stage(stage).done == null && (year.stage(stage).opened != null || year.stage(stage).overdue(today)))
            .findFirst().orElse(PLAN.stream().allMatch(stage -> year.stage(stage).done != null) ? "COMPLETED" : "WAITING");
    }
}
