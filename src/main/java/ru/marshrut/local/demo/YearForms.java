package ru.marshrut.local.demo;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.Slot;
import ru.marshrut.local.Words;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.concept.ConceptDocument;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.concept.DocumentKinds;
import ru.marshrut.schoolyear.monitoring.ChangeMark;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.Claim;
import ru.marshrut.schoolyear.monitoring.Item;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.SchoolYearModel;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.Surveys;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** How made people fill in the forms of a school's year; what is left open, dice decide, so that the same dice make the same year. */
public final class YearForms {

    private static final int VISITS = 3;
    private static final int DAYS_BETWEEN_VISITS = 60;
    private static final int FRIDAY = 5;

    private final SchoolYears years;
    private final Surveys surveys;
    private final ProfileEntry profiles;
    private final ProgrammeDrafts programmes;
    private final ConceptDocuments documents;
    private final MonitoringLines monitoring;
    private final Consumer<Slot> papers;
    private final Dice dice;

    /** @param papers brings a document into a slot */
    public YearForms(SchoolYears years, Surveys surveys, ProfileEntry profiles, ProgrammeDrafts programmes, ConceptDocuments documents,
                     MonitoringLines monitoring, Consumer<Slot> papers, Dice dice) {
        this.years = years;
        this.surveys = surveys;
        this.profiles = profiles;
        this.programmes = programmes;
        this.documents = documents;
        this.monitoring = monitoring;
        this.papers = papers;
        this.dice = dice;
    }

    /** Falls the same way for the same occasion. */
    public interface Dice {

        /** @return from 0 to below {@code sides} */
        int roll(int sides, Object... occasion);

        default boolean happens(int percent, Object... occasion) {
            return roll(100, occasion) < percent;
        }
    }

    /** What stands in the form when it is sent; documents that the step asks for are brought before. */
    public FormInput filled(OpenTask task, Viewer viewer, LocalDate today) {
        SchoolYear year = years.get(YearKey.yearOf(task.businessKey()));
        return switch (task.step()) {
            case RiskProfileModel.CONDUCT_SURVEY -> survey(year, today);
            case RiskProfileModel.ENTER_PROFILE -> levels(year);
            case RiskProfileModel.MAKE_FIRST_VISIT -> input(entry("on", today), entry("participants", words("visit.participants")),
                entry("report", words("visit.report")));
            case RiskProfileModel.VERIFY_PROFILE -> verification(year);
            case RiskProfileModel.DECIDE_ON_DISPUTES -> rulings(year);
            case RiskProfileModel.ACTIVATE_DIRECTIONS -> activation(year);
            case RiskProfileModel.CONFIRM_ACTIVATION -> returned(task, 5) ? input(entry("decision", "RETURN"), entry("comment", words("activation.return")))
                : input(entry("decision", "CONFIRM"), entry("comment", words("activation.confirm")));
            case ConceptDocumentsModel.SEND -> conceptDocuments(year, viewer);
            case ConceptDocumentsModel.CHECK -> check(year, task);
            case ConceptDocumentsModel.PLACE -> input(entry("placed", "yes"), entry("on", today));
            case CuratorVisitsModel.PROPOSE_VISITS -> visits(today);
            case CuratorVisitsModel.AGREE_ON_VISITS -> returned(task, 5) ? input(entry("agreed", "NO"), entry("comment", words("visits.return")))
                : input(entry("agreed", "YES"));
            case CuratorVisitsModel.REPORT_VISIT -> visit(task, today);
            case CuratorVisitsModel.DECIDE_ON_REMOVAL -> input(entry("agreed", "YES"));
            case MonitoringModel.REPORT -> report(year, stage(task), today);
            case MonitoringModel.CHECK -> monitoringCheck(year, task);
            case MonitoringModel.PLACE -> input(entry("placed", "yes"), entry("on", today), entry("under", firstDirection(year, stage(task))));
            case SchoolYearModel.MARK_POSITIVE_CHANGES -> changes(year);
            default -> throw new IllegalArgumentException("no form of a school's year: " + task.step());
        };
    }

    private FormInput survey(SchoolYear year, LocalDate today) {
        Map<String, List<String>> fields = fields(entry("on", today));
        surveys.of(year.id()).groups().forEach(group -> {
            int invited = 20 + dice.roll(200, "invited", year.schoolId(), group.code());
            fields.put("of_" + group.code(), List.of(String.valueOf(invited)));
            fields.put("answered_" + group.code(), List.of(String.valueOf(invited - dice.roll(invited / 4, "answered", year.schoolId(), group.code()))));
        });
        return new FormInput(fields);
    }

    private FormInput levels(SchoolYear year) {
        Map<String, List<String>> fields = new HashMap<>();
        List<RiskDirection> directions = profiles.of(year.id()).directions();
        for (int n = 0; n < directions.size(); n++) {
            String code = directions.get(n).code();
            boolean high = n == dice.roll(directions.size(), "high", year.schoolId()) || dice.happens(20, "also high", year.schoolId(), code);
            fields.put("level_" + code, List.of((high ? RiskLevel.HIGH : dice.happens(40, "medium", year.schoolId(), code) ? RiskLevel.MEDIUM
                : RiskLevel.LOW).name()));
        }
        return new FormInput(fields);
    }

    private FormInput verification(SchoolYear year) {
        Map<String, List<String>> fields = new HashMap<>();
        for (RiskDirection direction : profiles.of(year.id()).directions()) {
            boolean disputed = dice.happens(1, "dispute", year.schoolId(), direction.code());
            fields.put("verdict_" + direction.code(), List.of(disputed ? "DISPUTE" : "CONFIRM"));
            fields.put("comment_" + direction.code(), List.of(disputed ? words("verify.dispute")
                : dice.happens(70, "comment", year.schoolId(), direction.code()) ? words("verify.confirm") : ""));
        }
        return new FormInput(fields);
    }

    private FormInput rulings(SchoolYear year) {
        Map<String, List<String>> fields = new HashMap<>();
        profiles.of(year.id()).disputed().forEach(direction -> {
            fields.put("level_" + direction.code(), List.of(direction.level().name()));
            fields.put("reason_" + direction.code(), List.of(words("verify.ruling")));
        });
        return new FormInput(fields);
    }

    private FormInput activation(SchoolYear year) {
        List<RiskDirection> high = profiles.of(year.id()).high();
        List<String> chosen = high.stream().limit(4).map(RiskDirection::code).toList();
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("direction", chosen);
        high.stream().skip(4).forEach(direction -> fields.put("reason_" + direction.code(), List.of(words("activation.reason"))));
        return new FormInput(fields);
    }

    private FormInput conceptDocuments(SchoolYear year, Viewer viewer) {
        if (programmes.isOpen(year)) {
            if (programmes.rows(year.id()).isEmpty()) {
                writeProgramme(year, viewer);
            }
            programmes.send(year.id(), viewer, true);
        }
        for (ConceptDocument document : documents.required(year.id())) {
            if (document.isWithSchool() && !document.isReady() && !document.kind().equals(DocumentKinds.ANTIRISK_PROGRAMME)) {
                papers.accept(SchoolDocuments.slot(year.schoolId(), year.year(), document.kind()));
            }
        }
        return FormInput.EMPTY;
    }

    private void writeProgramme(SchoolYear year, Viewer viewer) {
        programmes.activated(year).forEach((code, name) -> {
            int measures = 2 + dice.roll(3, "measures", year.schoolId(), code);
            for (int n = 1; n <= measures; n++) {
                int month = 4 + dice.roll(8, "month", year.schoolId(), code, n);
                programmes.add(year.id(), viewer, new ProgrammeText(code, "", Words.of("local.demo.year.programme.task", Map.of("direction", name)),
                    Words.of("local.demo.year.programme.measure." + n, Map.of("direction", name)), words("programme.indicator"),
                    "01.%02d.%d - 28.%02d.%d".formatted(month, year.year(), month, year.year()), words("programme.responsible"),
                    words("programme.evidence")));
            }
        });
    }

    private FormInput check(SchoolYear year, OpenTask task) {
        Map<String, List<String>> fields = new HashMap<>();
        for (ConceptDocument document : documents.sent(year.id())) {
            boolean returned = !document.kind().equals(DocumentKinds.RISK_PROFILE) && dice.happens(6, "return", task.openedAt(), year.schoolId(), document.kind());
            fields.put("decision_" + document.kind(), List.of(returned ? "RETURN" : "APPROVE"));
            fields.put("comment_" + document.kind(), List.of(words(returned ? "concept.return" : "concept.approve")));
        }
        return new FormInput(fields);
    }

    private FormInput visits(LocalDate today) {
        List<String> days = new ArrayList<>();
        for (LocalDate day = today.plusDays(DAYS_BETWEEN_VISITS / 2); days.size() < VISITS && day.getYear() == today.getYear();
             day = day.plusDays(DAYS_BETWEEN_VISITS)) {
            days.add((day.getDayOfWeek().getValue() > FRIDAY ? day.plusDays(2) : day).toString());
        }
        if (days.isEmpty()) {
            days.add(LocalDate.of(today.getYear(), 12, 29).toString());
        }
        Map<String, List<String>> fields = fields(entry("daysOffMeant", "yes"));
        fields.put("day", days);
        fields.put("purpose", IntStream.range(0, days.size()).mapToObj(n -> words("visits.purpose")).toList());
        return new FormInput(fields);
    }

    private FormInput visit(OpenTask task, LocalDate today) {
        if (dice.happens(93, "visit", task.schoolId(), task.openedAt()) || today.getMonthValue() == 12) {
            return input(entry("held", "YES"), entry("heldOn", today), entry("lookedAt", words("visit.report")),
                entry("agreements", words("visit.agreements")));
        }
        return input(entry("held", "NO"), entry("reason", words("visit.notHeld")), entry("newDay", today.plusDays(10)));
    }

    private FormInput report(SchoolYear year, Stage stage, LocalDate today) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Line line : monitoring.all(year.id(), stage)) {
            if (line.isOwed()) {
                report(year, stage, line, today, fields);
            }
        }
        return new FormInput(fields);
    }

    private void report(SchoolYear year, Stage stage, Line line, LocalDate today, Map<String, List<String>> fields) {
        Item item = line.item();
        fields.put("words_" + item.key(), List.of(words("monitoring.words")));
        Claim claim = claim(year, line);
        if (claim != null) {
            fields.put("claim_" + item.key(), List.of(claim.name()));
        }
        if (claim == null || claim == Claim.DONE) {
            fields.put("on_" + item.key(), List.of(today.toString()));
            if (dice.happens(90, "proof", year.schoolId(), stage, item.key())) {
                papers.accept(MonitoringFiles.evidence(year.id(), stage, item.key()));
            } else {
                fields.put("unproven_" + item.key(), List.of("yes"));
            }
        }
    }

    /** Null for a direction, of which nothing is claimed. */
    private Claim claim(SchoolYear year, Line line) {
        if (!line.item().isMeasure()) {
            return null;
        }
        int roll = dice.roll(100, "claim", year.schoolId(), line.item().key());
        return line.mayBeLater() ? Claim.NOT_DUE : roll < 80 ? Claim.DONE : roll < 90 ? Claim.PARTLY : Claim.NOT_DONE;
    }

    private FormInput monitoringCheck(SchoolYear year, OpenTask task) {
        Map<String, List<String>> fields = fields(entry("commentForAll", words("monitoring.confirm")));
        for (Line line : monitoring.all(year.id(), stage(task))) {
            if (line.isWaiting()) {
                boolean returned = dice.happens(3, "return", task.openedAt(), year.schoolId(), line.item().key());
                fields.put("decision_" + line.item().key(), List.of(returned ? "NO" : "YES"));
                fields.put("comment_" + line.item().key(), List.of(returned ? words("monitoring.return") : ""));
            }
        }
        return new FormInput(fields);
    }

    private FormInput changes(SchoolYear year) {
        int roll = dice.roll(100, "changes", year.schoolId());
        return input(entry("mark", roll < 85 ? ChangeMark.YES : roll < 95 ? ChangeMark.PARTLY : ChangeMark.NO), entry("source", ChangeSource.VPR),
            entry("period", String.valueOf(year.year())), entry("words", words("changes.words")));
    }

    private String firstDirection(SchoolYear year, Stage stage) {
        return monitoring.all(year.id(), stage).stream().map(line -> line.item().direction()).findFirst().orElseThrow();
    }

    private boolean returned(OpenTask task, int percent) {
        return dice.happens(percent, "return", task.step(), task.schoolId(), task.openedAt());
    }

    private static Stage stage(OpenTask task) {
        return YearKey.of(task.businessKey()).monitoring() == 1 ? Stage.MONITORING_1 : Stage.MONITORING_2;
    }

    private static String words(String key) {
        return Words.of("local.demo.year." + key, Map.of());
    }

    @SafeVarargs
    private static FormInput input(Map.Entry<String, ?>... values) {
        return new FormInput(fields(values));
    }

    @SafeVarargs
    private static Map<String, List<String>> fields(Map.Entry<String, ?>... values) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Map.Entry<String, ?> value : values) {
            fields.put(value.getKey(), List.of(value.getValue().toString()));
        }
        return fields;
    }
}
