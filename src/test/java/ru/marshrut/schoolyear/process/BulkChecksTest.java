package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.bulk.BulkOrder;
import ru.marshrut.work.bulk.BulkOrder.Action;
import ru.marshrut.work.bulk.BulkPreview;
import ru.marshrut.work.bulk.BulkPreview.Line;
import ru.marshrut.work.bulk.Bulks;

/** Checks of a school's year, many at once. */
@SpringBootTest
@Import(CountedStatements.class)
class BulkChecksTest {

    private static final List<String> KINDS = List.of("developmentConcept", "midTermProgramme", "antiriskProgramme");

    @Autowired
    YearStory story;
    @Autowired
    Bulks bulks;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    DataSource database;

    @Test
    void manySchedulesOfVisitsAreAgreedToWithAsManyStatementsEachAsFew() {
        Told few = aDistrict();
        List<OpenTask> ten = proposedSchedules(few, 10);
        Told many = aDistrict();
        List<OpenTask> sixty = proposedSchedules(many, 60);
        double small = agreed(few, ten);
        double large = agreed(many, sixty);
        assertThat(large).as("statements per task, dry run twice and the action once").isLessThanOrEqualTo(small + 1).isLessThan(400);
    }

    private double agreed(Told told, List<OpenTask> tasks) {
        Viewer coordinator = story.viewer(told.municipal());
        long id = bulks.prepare(coordinator, new BulkOrder(Action.APPROVE, "", null, null, null, null), tasks.stream().map(OpenTask::id).toList());
        CountingDataSource counted = (CountingDataSource) database;
        counted.clear();
        BulkPreview shown = bulks.preview(id, coordinator);
        assertThat(shown.lines()).extracting(Line::words).containsOnly("Принятие: шаг завершается.");
        bulks.confirm(id, coordinator, shown.fingerprint());
        double each = (double) counted.statements() / tasks.size();
        assertThat(bulks.run(id, coordinator).done()).isEqualTo(tasks.size());
        return each;
    }

    @Test
    void documentsAreApprovedByTheCoordinatorOnlyWhereNobodyCurates() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        story.started(ConceptDocumentsModel.KEY, year);
        KINDS.forEach(kind -> story.upload(SchoolDocuments.slot(told.school(), year.year(), kind)));
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        OpenTask check = story.task(year, ConceptDocumentsModel.CHECK);
        Viewer coordinator = story.viewer(told.municipal());
        assertThat(wouldBe(coordinator, check, "Всё на месте")).isEqualTo(new Line(check.id(), false, "Этот шаг выполняет куратор. За него он не выполняется."));

        Appointment curatorship = staff.careerOf(told.curator()).get(0);
        staff.end(curatorship.id(), LocalDate.parse("2021-02-28"), "Уволен");
        await().untilAsserted(() -> assertThat(story.task(year, ConceptDocumentsModel.CHECK).responsible().role())
            .isEqualTo(Role.MUNICIPAL_COORDINATOR));
        assertThat(wouldBe(coordinator, check, "").words()).isEqualTo("На этом шаге нужен комментарий и тогда, когда всё принято. Напишите его для всех сразу.");
        assertThat(wouldBe(coordinator, check, "Всё на месте").possible()).isTrue();
        long id = bulks.prepare(coordinator, new BulkOrder(Action.APPROVE, "Всё на месте", null, null, null, null), List.of(check.id()));
        bulks.confirm(id, coordinator, bulks.preview(id, coordinator).fingerprint());
        story.run();
        assertThat(story.openSteps(year)).containsExactly(ConceptDocumentsModel.PLACE);
    }

    private Line wouldBe(Viewer coordinator, OpenTask task, String comment) {
        long id = bulks.prepare(coordinator, new BulkOrder(Action.APPROVE, comment, null, null, null, null), List.of(task.id()));
        return bulks.preview(id, coordinator).lines().get(0);
    }

    private Told aDistrict() {
        story.itIs("2021-03-01");
        long region = people.region();
        long regional = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        long municipality = people.municipality(region);
        return new Told(region, regional, municipality, people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)), 0, 0);
    }

    private List<OpenTask> proposedSchedules(Told told, int schools) {
        List<OpenTask> tasks = new ArrayList<>();
        for (int n = 0; n < schools; n++) {
            long school = people.school(told.municipality());
            long curator = people.appoint(Role.CURATOR, Place.school(school));
            SchoolYear year = story.aYearOf(new Told(told.region(), told.regional(), told.municipality(), told.municipal(), school, curator));
            story.started(CuratorVisitsModel.KEY, year);
            story.does(year, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-04-12", "purpose", "Знакомство"));
            tasks.add(story.task(year, CuratorVisitsModel.AGREE_ON_VISITS));
        }
        return tasks;
    }
}
