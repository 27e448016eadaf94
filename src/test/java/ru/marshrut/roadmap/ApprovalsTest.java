package ru.marshrut.roadmap;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.Differences.Changed;
import ru.marshrut.roadmap.Differences.Part;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** From the order of seed 003 to an approved road map, and on to its amendment. */
@SpringBootTest
class ApprovalsTest {

    private static final Path ORDER = Path.of("src/test/resources/seeds/003_293e61bd19a6fb77.txt");

    @Autowired
    MadePeople people;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    ImportDecisions decisions;
    @Autowired
    Approvals approvals;
    @Autowired
    RoadMaps maps;
    @Autowired
    RoadMapAccess access;
    @Autowired
    Documents documents;
    @Autowired
    AuditTrail audit;
    @Autowired
    MovableClock clock;

    private long region;
    private Viewer coordinator;

    @BeforeEach
    void aRegionInMarch2021() {
        clock.moveTo(LocalDate.of(2021, 3, 17).atTime(10, 0).toInstant(ZoneOffset.UTC));
        region = people.region();
        coordinator = viewers.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
    }

    private static String order() {
        try {
            return Files.readString(ORDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long imported(String text) {
        return drafts.create(coordinator, Place.region(region), 2021, "Дорожная карта 500+",
            new Order("604", LocalDate.of(2021, 3, 16), LocalDate.of(2021, 1, 29)), new OrderSource.Pasted(text));
    }

    private int revision(long id) {
        return preview(id).draft().revision();
    }

    private Preview preview(long id) {
        return drafts.preview(coordinator, id);
    }

    private ReadRow row(long id, String number) {
        return preview(id).imported().stream().filter(row -> row.content().number().equals(number)).findFirst().orElseThrow();
    }

    /** Confirms the proposed roles once, and of each row that asks what was understood. */
    private void decideAll(long id) {
        decisions.confirmRoles(coordinator, id, revision(id), Set.of(Role.REGIONAL_COORDINATOR));
        for (Preview.Row row : preview(id).rows()) {
            if (row.isOpen()) {
                decisions.confirm(coordinator, id, revision(id), row.read().key(),
                    row.read().decisions().stream().map(ReadRow.Decision::field).collect(toSet()));
            }
        }
    }

    private long approved() {
        long id = imported(order());
        decideAll(id);
        approvals.approve(coordinator, id, revision(id), Map.of());
        return id;
    }

    private static Correction.Value windows(Window... windows) {
        return new Correction.Value(null, List.of(windows), null, null, null, null, null);
    }

    private static Window window(String start, String due) {
        return new Window(LocalDate.parse(start), LocalDate.parse(due), Precision.DAY);
    }

    @Test
    void asksBeforeItIsApprovedAndKeepsWhatWasUnderstood() {
        long id = imported(order());
        assertThat(preview(id).imported()).hasSize(30);
        Refusal refused = catchThrowableOfType(Refusal.class, () -> approvals.approve(coordinator, id, 0, Map.of()));
        assertThat(refused.code()).isEqualTo("roadmap.approval.open");
        assertThat(refused.arguments()[1].toString()).contains("№ 24", "№ 30");

        decideAll(id);
        assertThat(approvals.approve(coordinator, id, revision(id), Map.of())).isEqualTo(1);

        List<Measure> measures = maps.measures(id);
        assertThat(measures).hasSize(30);
        assertThat(measures.get(3).content().windows()).containsExactly(window("2021-01-29", "2021-02-15"));
        assertThat(measures.get(22).content().evidence()).isEqualTo(Evidence.MEASURES);
        assertThat(measures.get(27).content().indicators()).hasSize(3);
        RoadMap map = maps.roadMap(id);
        assertThat(map.effectiveFrom()).as("before its order, seed 003, point 2").isEqualTo(LocalDate.of(2021, 1, 29));
        assertThat(map.orderNumber()).isEqualTo("604");
        assertThat(map.processInstanceId()).isNotNull();
        assertThat(maps.above(Place.region(region), 2021)).extracting(RoadMap::id).contains(id);
        Version version = approvals.versions(map).get(0);
        assertThat(documents.document(version.sourceId()).size()).isEqualTo(order().getBytes(StandardCharsets.UTF_8).length);
        assertThat(audit.about(Subject.of(RoadMapAccess.SUBJECT, id))).extracting(entry -> entry.text())
            .contains("Утверждена версия 1 приказом № 604 от 16.03.2021: новых мероприятий 30, изменённых 0, исключённых 0");
    }

    @Test
    void keepsCorrectionsOfTheSameWordsWhenTheImportIsRepeated() {
        long id = imported(order());
        Window corrected = window("2021-02-10", "2021-02-12");
        decisions.correct(coordinator, id, revision(id), row(id, "7").key(), Map.of(Field.WINDOWS, windows(corrected)));
        decisions.leaveOut(coordinator, id, revision(id), row(id, "9").key(), "проведён другим приказом");
        drafts.importAnew(coordinator, id, revision(id), new OrderSource.Pasted(order()));
        assertThat(row(id, "7").content().windows()).containsExactly(corrected);
        assertThat(preview(id).imported()).hasSize(29);

        drafts.importAnew(coordinator, id, revision(id), new OrderSource.Pasted(order().replace("кандидатов в кураторы школ-500+\t15.02.2021",
            "кандидатов в кураторы школ-500+\t17.02.2021")));
        assertThat(row(id, "7").content().windows()).as("the order says something else now").containsExactly(Window.day(LocalDate.of(2021, 2, 17)));

        decisions.asRead(coordinator, id, revision(id), row(id, "7").key(), Field.WINDOWS);
        drafts.importAnew(coordinator, id, revision(id), new OrderSource.Pasted(order()));
        assertThat(row(id, "7").content().windows()).containsExactly(Window.day(LocalDate.of(2021, 2, 15)));
    }

    @Test
    void anAmendmentShowsExactlyWhatItChanges() {
        long id = approved();
        Map<String, Long> before = maps.measures(id).stream().collect(Collectors.toMap(measure -> measure.content().number(), Measure::id));
        String changed = order().replace("\t30.05.2021\t", "\t05.06.2021\t")
            .replaceAll("(?m)^25\\..*$", "25.\tВыездные консультации для педагогов двух школ\t10.09.2021\tПроведены консультации");
        drafts.amend(coordinator, id);
        drafts.importAnew(coordinator, id, revision(id), new OrderSource.Pasted(changed));
        decideAll(id);

        Differences differences = approvals.differences(coordinator, id);
        assertThat(differences.changed()).singleElement().satisfies(one -> {
            assertThat(one.before().id()).isEqualTo(before.get("22"));
            assertThat(one.parts()).containsExactly(Part.DATES);
            assertThat(one.after().content().windows()).containsExactly(Window.day(LocalDate.of(2021, 6, 5)));
        });
        assertThat(differences.added()).extracting(row -> row.content().title()).containsExactly("Выездные консультации для педагогов двух школ");
        assertThat(differences.removed()).extracting(Measure::id).containsExactly(before.get("25"));
        assertThat(differences.unchanged()).isEqualTo(28);

        drafts.setOrder(coordinator, id, revision(id), "Дорожная карта 500+", new Order("700", LocalDate.of(2021, 3, 17), null), null);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> approvals.approve(coordinator, id, revision(id), Map.of()))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("reason-" + before.get("25")));
        assertThat(approvals.approve(coordinator, id, revision(id), Map.of(before.get("25"), "мероприятие отменено"))).isEqualTo(2);

        Map<Long, Measure> after = maps.measures(id).stream().collect(Collectors.toMap(Measure::id, measure -> measure));
        assertThat(after).hasSize(31);
        assertThat(after.get(before.get("22")).content().windows()).containsExactly(Window.day(LocalDate.of(2021, 6, 5)));
        assertThat(after.get(before.get("25")).state()).isEqualTo(Measure.State.REMOVED);
        assertThat(after.get(before.get("25")).endReason()).isEqualTo("мероприятие отменено");
        assertThat(maps.measures(id)).last().satisfies(last -> assertThat(last.state()).isEqualTo(Measure.State.REMOVED));
        assertThat(maps.roadMap(id).orderNumber()).isEqualTo("700");
    }

    @Test
    void theCoordinatorCorrectsWhatWasTakenForTheSameMeasure() {
        long id = approved();
        drafts.amend(coordinator, id);
        assertThat(approvals.differences(coordinator, id).isEmpty()).as("an amendment begins with what is approved").isTrue();
        drafts.importAnew(coordinator, id, revision(id), new OrderSource.Pasted(order().replace("\t30.05.2021\t", "\t05.06.2021\t")));
        Changed same = approvals.differences(coordinator, id).changed().get(0);

        approvals.match(coordinator, id, revision(id), same.after().key(), Choices.NEW);
        Differences apart = approvals.differences(coordinator, id);
        assertThat(apart.changed()).isEmpty();
        assertThat(apart.added()).hasSize(1);
        assertThat(apart.removed()).extracting(Measure::id).containsExactly(same.before().id());

        approvals.match(coordinator, id, revision(id), same.after().key(), same.before().id());
        assertThat(approvals.differences(coordinator, id).changed()).hasSize(1);
    }

    @Test
    void whoeverComesSecondIsToldSo() {
        long id = imported(order());
        decisions.confirmRoles(coordinator, id, 0, Set.of(Role.CURATOR));
        Viewer colleague = viewers.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> decisions.confirmRoles(colleague, id, 0, Set.of(Role.PRINCIPAL)))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("roadmap.draft.changedMeanwhile"));
        assertThat(preview(id).draft().choices().roles()).containsExactly(Role.CURATOR);
    }

    @Test
    void neighboursSeeNothingOfItAndSchoolsBelowSeeItOnceItIsApproved() {
        long id = imported(order());
        Viewer neighbour = viewers.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())));
        Viewer curator = viewers.of(people.appoint(Role.CURATOR, Place.school(people.school(people.municipality(region)))));
        assertThatThrownBy(() -> access.seen(id, curator)).as("not approved yet").isInstanceOf(NotYours.class);
        assertThat(access.visible(curator, 2021, "", 100)).extracting(line -> line.map().id()).doesNotContain(id);
        decideAll(id);
        approvals.approve(coordinator, id, revision(id), Map.of());

        assertThat(access.seen(id, curator).id()).isEqualTo(id);
        assertThat(access.visible(curator, 2021, "", 100)).extracting(line -> line.map().id()).contains(id);
        assertThatThrownBy(() -> access.coordinated(id, curator)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> drafts.amend(curator, id)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> access.seen(id, neighbour)).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> approvals.differences(neighbour, id)).isInstanceOf(NotYours.class);
        assertThat(access.visible(neighbour, 2021, "", 100)).extracting(line -> line.map().id()).doesNotContain(id);
        assertThatThrownBy(() -> drafts.create(neighbour, Place.region(region), 2021, "Чужая", new Order("1", null, null),
            new OrderSource.Pasted(order()))).isInstanceOf(NotYours.class);
    }

    @Test
    void whomTheOrderNamesForControlIsProposedAndSeesTheMap() {
        long id = imported(order().replaceFirst("возложить на [^\\n]+", "возложить на заместителя министра Пробного У. П."));
        long controller = people.appoint(Role.OBSERVER, Place.region(region));
        RoadMap map = maps.roadMap(id);
        assertThat(drafts.controllers(map)).extracting(person -> person.id()).contains(controller);
        assertThat(preview(id).draft().controlWords()).contains("Пробного");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> drafts.setOrder(coordinator, id, revision(id), map.title(), preview(id).draft().order(),
            people.person())).satisfies(refusal -> assertThat(refusal.field()).isEqualTo("controller"));
        drafts.setOrder(coordinator, id, revision(id), map.title(), preview(id).draft().order(), controller);
        decideAll(id);
        approvals.approve(coordinator, id, revision(id), Map.of());
        assertThat(maps.roadMap(id).controllerId()).isEqualTo(controller);
    }

    @Test
    void severalTablesAskWhichBelongToTheRoadMap() throws IOException {
        long id = drafts.create(coordinator, Place.region(region), 2022, "Четвёртый квартал", new Order("", null, null),
            new OrderSource.Pasted(Files.readString(Path.of("src/test/resources/seeds/001_61e4a64dfd845c14.txt"))));
        Preview preview = preview(id);
        assertThat(preview.undecided()).isTrue();
        assertThat(preview.chosenTables()).as("proposed by its caption").singleElement()
            .satisfies(table -> assertThat(table.caption()).contains("региональной"));
        assertThat(preview.imported()).hasSize(13);
        decideAll(id);
        assertThat(preview(id).openDecisions()).isEqualTo(1);
        decisions.chooseTables(coordinator, id, revision(id), preview.chosen());
        assertThat(preview(id).openDecisions()).isZero();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> approvals.approve(coordinator, id, revision(id), Map.of()))
            .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("orderNumber"));
    }

    @Test
    void theFederationsRoadMapGivesDatesAndRunsNoProcess() throws IOException {
        Viewer administrator = viewers.of(people.appoint(Role.ADMINISTRATOR, Place.FEDERATION));
        String title = "Федеральная карта " + region;
        long id = drafts.create(administrator, Place.FEDERATION, 2022, title, new Order("1", LocalDate.of(2021, 3, 1), null),
            new OrderSource.Pasted(Files.readString(Path.of("src/test/resources/seeds/001_61e4a64dfd845c14.txt"))));
        coordinator = administrator;
        decisions.chooseTables(administrator, id, 0, preview(id).chosen());
        assertThat(preview(id).imported()).hasSize(5);
        decideAll(id);
        approvals.approve(administrator, id, revision(id), Map.of());
        assertThat(maps.roadMap(id).processInstanceId()).isNull();
        assertThat(maps.measures(id)).extracting(Measure::processInstanceId).containsOnlyNulls();
        assertThat(maps.above(Place.school(people.school(people.municipality(region))), 2022)).extracting(RoadMap::id).contains(id);
    }
}
