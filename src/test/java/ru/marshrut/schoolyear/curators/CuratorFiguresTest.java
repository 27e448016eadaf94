package ru.marshrut.schoolyear.curators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.schoolyear.CuratorFigures;
import ru.marshrut.schoolyear.CuratorFigures.Figures;
import ru.marshrut.schoolyear.CuratorFigures.Share;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.persistence.DecisionRows;
import ru.marshrut.schoolyear.persistence.VisitRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.visits.PlannedVisit;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The figures by examples that are counted by hand. */
@SpringBootTest
class CuratorFiguresTest {

    private static final LocalDate YEARS_END = LocalDate.of(2021, 12, 31);

    @Autowired
    YearStory story;
    @Autowired
    CuratorFigures figures;
    @Autowired
    DecisionRows decisions;
    @Autowired
    VisitRows visits;
    @Autowired
    YearRows years;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;

    private Told told;
    private SchoolYear year;

    @BeforeEach
    void aYearBegins() {
        story.itIs("2021-01-15");
        told = story.aSchool();
        year = story.aYearOf(told);
    }

    /** Same day 0; over the holiday of 8 March 1; over 20–23 February, of which Saturday the 20th was worked, 2; a week 5. */
    @Test
    void theMedianOfAnEvenCountLiesBetweenTheMiddleTwoAndLeavesHolidaysOut() {
        decided("2021-04-12T10:00", "2021-04-19T10:00", "Показателей нет");
        decided("2021-02-19T10:00", "2021-02-24T10:00", "Подтверждаю");
        decided("2021-03-05T10:00", "2021-03-09T10:00", "");
        decided("2021-04-30T09:00", "2021-04-30T18:00", "Добавьте срок");
        Figures one = one(YEARS_END);
        assertThat(one.medianDays()).isEqualTo(OptionalDouble.of(1.5));
        assertThat(one.commented()).isEqualTo(new Share(3, 4));
        assertThat(one.commented().value()).isEqualTo(OptionalDouble.of(0.75));
        assertThat(rows().decisions()).extracting(CuratorFigures.Decided::days).containsExactly(2, 1, 5, 0);
    }

    @Test
    void theMedianOfAnOddCountIsTheMiddleOne() {
        decided("2021-04-12T10:00", "2021-04-13T10:00", "Да");
        decided("2021-04-12T10:00", "2021-04-12T23:30", "Да");
        decided("2021-04-12T10:00", "2021-04-19T10:00", "Да");
        assertThat(one(YEARS_END).medianDays()).isEqualTo(OptionalDouble.of(1));
        assertThat(one(LocalDate.of(2021, 4, 12)).answers()).as("known by the end of that day").isEqualTo(1);
    }

    @Test
    void withoutDecisionsVisitsAndQuestionsThereIsNothingToCount() {
        assertThat(figures.within(Place.region(told.region()), 2021, YEARS_END)).singleElement().satisfies(one -> {
            assertThat(one.curatorId()).isEqualTo(told.curator());
            assertThat(one.schools()).isEqualTo(1);
            assertThat(one.medianDays()).isEmpty();
            assertThat(one.commented().value()).isEmpty();
            assertThat(one.visits().value()).isEmpty();
        });
        assertThat(figures.within(Place.region(told.region()), 2022, YEARS_END)).isEmpty();
    }

    @Test
    void aVisitIsPlannedFromItsFirstDayOnAndHeldOnceItWasHeld() {
        visits.propose(year.id(), List.of(visit("2021-04-12"), visit("2021-05-17"), visit("2021-06-01"), visit("2021-09-14")));
        visits.agree(year.id(), told.municipal(), "", LocalDate.of(2021, 3, 1));
        List<Visit> agreed = visits.visits(List.of(year.id()));
        visits.held(agreed.get(0).id(), LocalDate.of(2021, 4, 13), "Уроки", "Договорились");
        visits.move(agreed.get(1).id(), LocalDate.of(2021, 10, 18));
        visits.remove(agreed.get(2).id());

        assertThat(one(LocalDate.of(2021, 3, 31)).visits()).isEqualTo(new Share(0, 0));
        assertThat(one(LocalDate.of(2021, 4, 12)).visits()).as("held the day after").isEqualTo(new Share(0, 1));
        assertThat(one(LocalDate.of(2021, 4, 30)).visits()).isEqualTo(new Share(1, 1));
        assertThat(one(LocalDate.of(2021, 6, 30)).visits()).as("the moved one stays planned, the one taken out does not").isEqualTo(new Share(1, 2));
        assertThat(one(YEARS_END).visits()).isEqualTo(new Share(1, 3));
        assertThat(rows().visits()).extracting(CuratorFigures.Visited::heldOn).containsExactly(LocalDate.of(2021, 4, 13), null, null);
    }

    @Test
    void anAnswerToAMessageThatNeedsOneCountsLikeADecision() {
        var school = story.viewer(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.school())));
        var curator = story.viewer(told.curator());
        story.itIs("2021-04-16");
        conversations.send(year.id(), school, "Когда приедете?", true, null);
        story.itIs("2021-04-20");
        conversations.send(year.id(), curator, "В среду. А вам удобно?", true, null);
        conversations.send(year.id(), school, "Да. Что подготовить?", true, null);
        conversations.send(year.id(), story.viewer(told.municipal()), "Программу.", false, null);
        conversations.send(year.id(), school, "Кто ещё приедет?", true, null);

        Figures one = one(YEARS_END);
        assertThat(one.medianDays()).as("Friday to Tuesday; what the municipality answered is not his").isEqualTo(OptionalDouble.of(2));
        assertThat(one.answers()).isEqualTo(1);
        assertThat(one.unanswered()).isEqualTo(1);
        assertThat(rows().messages()).extracting(CuratorFigures.Asked::number).containsExactly(1, 5);
        assertThat(one(LocalDate.of(2021, 4, 19)).unanswered()).as("not yet answered on that day").isEqualTo(1);
    }

    @Test
    void aSuccessorAnswersForNothingOfHisPredecessor() {
        decided("2021-04-12T10:00", "2021-04-13T10:00", "");
        long appointment = staff.historyOf(Place.school(told.school())).stream().filter(one -> one.role() == Role.CURATOR).findFirst().orElseThrow().id();
        staff.end(appointment, LocalDate.of(2021, 4, 30), "Переезд");
        long successor = people.person();
        staff.appoint(successor, Role.CURATOR, Place.school(told.school()), LocalDate.of(2021, 5, 1), "№ 2");
        decided("2021-05-18T10:00", "2021-05-20T10:00", "Подтверждаю");
        visits.propose(year.id(), List.of(visit("2021-04-12"), visit("2021-06-07")));
        visits.agree(year.id(), told.municipal(), "", LocalDate.of(2021, 3, 1));

        assertThat(one(YEARS_END)).extracting(Figures::commented, Figures::visits).containsExactly(new Share(0, 1), new Share(0, 1));
        assertThat(of(successor, YEARS_END)).extracting(Figures::commented, Figures::visits).containsExactly(new Share(1, 1), new Share(0, 1));
        assertThat(figures.within(Place.region(told.region()), 2021, YEARS_END)).hasSize(2);
        story.itIs("2022-01-20");
        years.add(told.region(), told.school(), 2022, LocalDate.of(2022, 1, 20));
        assertThat(figures.within(Place.region(told.region()), 2022, LocalDate.of(2022, 12, 31))).as("who left in the year before is not asked")
            .singleElement().extracting(Figures::curatorId).isEqualTo(successor);
        assertThat(figures.total(Place.municipality(told.municipality()), 2021, YEARS_END))
            .extracting(Figures::schools, Figures::commented, Figures::visits, Figures::medianDays)
            .containsExactly(1, new Share(1, 2), new Share(0, 2), OptionalDouble.of(1.5));
    }

    @Test
    void aPlaceCountsItsOwnSchoolsOnly() {
        decided("2021-04-12T10:00", "2021-04-13T10:00", "Да");
        long other = people.municipality(told.region());
        assertThat(figures.within(Place.municipality(other), 2021, YEARS_END)).isEmpty();
        assertThat(figures.total(Place.municipality(other), 2021, YEARS_END).answers()).isZero();
        assertThat(figures.total(Place.municipality(told.municipality()), 2021, YEARS_END).answers()).isEqualTo(1);
        assertThat(figures.of(told.curator(), Place.FEDERATION, 2021, YEARS_END).answers()).isEqualTo(1);
        assertThat(figures.total(Place.school(told.school()), 2021, YEARS_END).answers()).isEqualTo(1);
    }

    @Test
    void whatNobodyCuratedIsInTheTotalAndOnNobodysAccount() {
        long orphan = people.school(told.municipality());
        SchoolYear orphans = story.aYearOf(new Told(told.region(), told.regional(), told.municipality(), told.municipal(), orphan, 0));
        visits.propose(orphans.id(), List.of(visit("2021-04-12")));
        visits.agree(orphans.id(), told.municipal(), "", LocalDate.of(2021, 3, 1));
        assertThat(figures.total(Place.region(told.region()), 2021, YEARS_END).visits()).isEqualTo(new Share(0, 1));
        assertThat(figures.within(Place.region(told.region()), 2021, YEARS_END)).singleElement()
            .satisfies(one -> assertThat(one.visits()).isEqualTo(new Share(0, 0)));
    }

    private void decided(String asked, String decided, String comment) {
        decisions.add(year.id(), Stage.MONITORING_1, "motivation", comment.equals("Подтверждаю"), comment, told.curator(),
            LocalDateTime.parse(asked).atZone(YearStory.MOSCOW).toInstant(), LocalDateTime.parse(decided).atZone(YearStory.MOSCOW).toInstant());
    }

    private static PlannedVisit visit(String day) {
        return new PlannedVisit(LocalDate.parse(day), "Цель");
    }

    private Figures one(LocalDate on) {
        return of(told.curator(), on);
    }

    private Figures of(long curator, LocalDate on) {
        return figures.of(curator, Place.region(told.region()), 2021, on);
    }

    private CuratorFigures.Rows rows() {
        return figures.rows(told.curator(), Place.region(told.region()), 2021, YEARS_END);
    }
}
