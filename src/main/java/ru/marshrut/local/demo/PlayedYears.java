package ru.marshrut.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.local.ClockMoves;
import ru.marshrut.local.Words;
import ru.marshrut.local.demo.MadeTerritory.Made;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/**
 * The school years of the demo's district, from the region's choice in January until the second monitoring stage goes on in
 * October: the fourth school has a document and a report returned, the seventh is late with its first monitoring stage, the
 * sixth has missed it, the ninth leaves, and the eighth joins late in its stead and loses its curator in autumn.
 */
@Component
@Profile("local")
class PlayedYears {

    private static final int YEAR = 2022;
    private static final int MANY = 1_000;

    private final PlayedSelection selection;
    private final DistrictForms forms;
    private final SchoolYears years;
    private final SchoolConversations conversations;
    private final Absences absences;
    private final OpenTasks open;
    private final Actors actors;
    private final ClockMoves moves;
    private final Queue<Happening> ahead = new ArrayDeque<>();
    private Made made;

    PlayedYears(PlayedSelection selection, DistrictForms forms, SchoolYears years, SchoolConversations conversations, Absences absences,
                OpenTasks open, Actors actors, ClockMoves moves) {
        this.selection = selection;
        this.forms = forms;
        this.years = years;
        this.conversations = conversations;
        this.absences = absences;
        this.open = open;
        this.actors = actors;
        this.moves = moves;
    }

    private record Happening(Instant at, Runnable what) {}

    /** Plans the year; it goes on with {@link #until}. */
    void begin(Made territory) {
        made = territory;
        List<Long> schools = List.of("vo01", "vo02", "vo03", "vo04", "vo05", "vo06", "vo07", "vo08", "vo09").stream().map(made::school).toList();
        on("2022-01-24T10:00", () -> selection.propose(made, schools));
        on("2022-01-26T10:00", () -> selection.survey(made, schools));
        on("2022-01-28T10:00", () -> selection.select(made, schools, made.school("vo08")));
        on("2022-02-01T10:00", () -> selection.begin(made));
        profiles();
        programmes();
        firstMonitoring();
        secondMonitoring();
        autumn();
    }

    /** What the years of the district hold until this moment; the clock stands at the last of it. */
    void until(Instant moment) {
        while (!ahead.isEmpty() && !ahead.peek().at().isAfter(moment)) {
            Happening happening = ahead.poll();
            moves.moveTo(happening.at());
            happening.what().run();
            moves.moveTo(happening.at());
        }
    }

    boolean runs(long school) {
        return years.of(school, YEAR).filter(SchoolYear::isRunning).isPresent();
    }

    private void profiles() {
        on("2022-02-11T12:00", () -> work(RiskProfileModel.CONDUCT_SURVEY));
        on("2022-02-25T12:00", () -> work(RiskProfileModel.ENTER_PROFILE));
        on("2022-03-11T12:00", () -> work(RiskProfileModel.MAKE_FIRST_VISIT));
        on("2022-03-16T12:00", () -> refuse(RiskProfileModel.VERIFY_PROFILE, "vo05"));
        on("2022-03-16T13:00", () -> work(RiskProfileModel.VERIFY_PROFILE));
        on("2022-03-18T12:00", () -> work(RiskProfileModel.DECIDE_ON_DISPUTES));
        on("2022-03-23T12:00", () -> work(RiskProfileModel.ACTIVATE_DIRECTIONS));
        on("2022-03-25T12:00", () -> work(RiskProfileModel.CONFIRM_ACTIVATION));
        on("2022-03-29T12:00", () -> work(CuratorVisitsModel.PROPOSE_VISITS));
        on("2022-03-30T12:00", () -> work(CuratorVisitsModel.AGREE_ON_VISITS));
    }

    private void programmes() {
        on("2022-04-06T12:00", () -> work(ConceptDocumentsModel.SEND));
        on("2022-04-08T12:00", () -> refuse(ConceptDocumentsModel.CHECK, "vo04"));
        on("2022-04-08T13:00", () -> work(ConceptDocumentsModel.CHECK));
        on("2022-04-11T12:00", () -> selection.letGo(made, made.school("vo09")));
        on("2022-04-12T12:00", () -> work(ConceptDocumentsModel.SEND));
        on("2022-04-12T16:00", () -> work(CuratorVisitsModel.REPORT_VISIT));
        on("2022-04-13T12:00", () -> work(ConceptDocumentsModel.CHECK));
        on("2022-04-14T12:00", () -> work(ConceptDocumentsModel.PLACE));
        on("2022-04-18T12:00", () -> selection.joinLate(made, made.school("vo08"), made.people().get("curator5@demo.example")));
        on("2022-04-20T12:00", () -> work(RiskProfileModel.CONDUCT_SURVEY));
        on("2022-04-22T12:00", () -> work(RiskProfileModel.ENTER_PROFILE));
        on("2022-04-25T12:00", () -> work(RiskProfileModel.MAKE_FIRST_VISIT));
        on("2022-04-26T12:00", () -> work(RiskProfileModel.VERIFY_PROFILE));
        on("2022-04-27T12:00", () -> work(RiskProfileModel.ACTIVATE_DIRECTIONS));
        on("2022-04-28T12:00", () -> work(RiskProfileModel.CONFIRM_ACTIVATION));
        on("2022-05-04T12:00", () -> work(CuratorVisitsModel.PROPOSE_VISITS));
        on("2022-05-05T12:00", () -> work(CuratorVisitsModel.AGREE_ON_VISITS));
        on("2022-05-06T12:00", () -> work(ConceptDocumentsModel.SEND));
        on("2022-05-11T12:00", () -> work(ConceptDocumentsModel.CHECK));
        on("2022-05-12T12:00", () -> work(ConceptDocumentsModel.PLACE));
    }

    private void firstMonitoring() {
        on("2022-05-17T16:00", () -> work(CuratorVisitsModel.REPORT_VISIT));
        on("2022-05-18T12:00", () -> work(MonitoringModel.REPORT, task -> !isOf(task, "vo06") && !isOf(task, "vo07")));
        on("2022-05-20T12:00", () -> refuse(MonitoringModel.CHECK, "vo04"));
        on("2022-05-20T13:00", () -> work(MonitoringModel.CHECK));
        on("2022-05-23T12:00", () -> work(MonitoringModel.REPORT, task -> isOf(task, "vo04")));
        on("2022-05-24T12:00", () -> work(MonitoringModel.CHECK));
        on("2022-05-25T10:00", () -> work(MonitoringModel.PLACE));
        on("2022-05-31T12:00", () -> work(MonitoringModel.REPORT, task -> isOf(task, "vo07")));
        on("2022-06-01T12:00", () -> work(MonitoringModel.CHECK));
        on("2022-06-02T12:00", () -> work(MonitoringModel.PLACE));
    }

    private void secondMonitoring() {
        on("2022-09-20T16:00", () -> work(CuratorVisitsModel.REPORT_VISIT));
        on("2022-09-30T12:00", () -> selection.curatorLeaves(made, made.school("vo08")));
        on("2022-10-04T12:00", () -> work(MonitoringModel.REPORT, task -> isOf(task, "vo01") || isOf(task, "vo04") || isOf(task, "vo07")));
        on("2022-10-06T12:00", () -> work(MonitoringModel.CHECK, task -> isOf(task, "vo01") || isOf(task, "vo07")));
        on("2022-10-07T12:00", () -> work(MonitoringModel.PLACE, task -> isOf(task, "vo01")));
    }

    private void autumn() {
        long curator = made.people().get("curator1@demo.example");
        on("2022-10-07T15:00", () -> says(curator, "vo03", "curatorAsks", true));
        on("2022-10-10T09:30", () -> fallsIll("curator2@demo.example", "curator3@demo.example"));
        on("2022-10-11T15:00", () -> work(MonitoringModel.REPORT, task -> isOf(task, "vo05")));
        on("2022-10-12T09:00", () -> says(actors.coordinatorOf(made.school("vo03")), "vo03", "schoolAnswers", false));
    }

    private void on(String moment, Runnable what) {
        ahead.add(new Happening(LocalDateTime.parse(moment).atZone(Demo.MOSCOW).toInstant(), what));
    }

    /** All whose turn it is do the step. */
    private void work(String step) {
        work(step, task -> true);
    }

    private void work(String step, Predicate<OpenTask> willing) {
        LocalDate today = actors.today();
        waiting(step).stream().filter(willing)
            .forEach(task -> actors.does(task, viewer -> forms.filled(task, viewer, today, made.risks().getOrDefault(task.schoolId(), Set.of()))));
    }

    private void refuse(String step, String school) {
        LocalDate today = actors.today();
        waiting(step).stream().filter(task -> isOf(task, school)).forEach(task -> actors.does(task, viewer -> forms.refused(task, viewer, today)));
    }

    private List<OpenTask> waiting(String step) {
        return open.within(Place.municipality(made.municipalities().get(Words.of("local.demo.district", Map.of()))), MANY).stream()
            .filter(task -> task.step().equals(step)).toList();
    }

    private boolean isOf(OpenTask task, String school) {
        return made.school(school) == task.schoolId();
    }

    private void says(long person, String school, String words, boolean needsAnswer) {
        long year = years.of(made.school(school), YEAR).orElseThrow().id();
        actors.as(person, viewer -> conversations.send(year, viewer, Words.of("local.demo.conversation." + words, Map.of()), needsAnswer, null));
    }

    private void fallsIll(String absent, String substitute) {
        actors.as(made.people().get("district@demo.example"), viewer -> absences.enter(made.people().get(absent), made.people().get(substitute),
            actors.today(), actors.today().plusDays(11), Absence.Kind.ILLNESS));
    }
}
