package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Selection;
import ru.marshrut.territory.Selection.State;
import ru.marshrut.territory.Selection.Step;

/** The region's list and the year of a school never disagree. */
@SpringBootTest
class LeavingByTheListTest {

    @Autowired
    YearStory story;
    @Autowired
    SchoolYears years;
    @Autowired
    Selection selection;
    @Autowired
    Participations participations;

    @Test
    void aSchoolThatLeavesByTheListLeavesItsYear() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        take(told, Participations.PROGRAMME, State.SELECTED, "приказ № 106 от 29.01.2021");
        take(told, "ШАНС", State.SELECTED, "приказ № 7 от 29.01.2021");

        take(told, "ШАНС", State.LEFT, "программа завершена");
        assertThat(years.get(year.id()).isRunning()).as("of another programme").isTrue();

        take(told, Participations.PROGRAMME, State.LEFT, "школа закрыта");
        assertThat(years.get(year.id()).status()).isEqualTo(SchoolYear.Status.LEFT);
        assertThat(selection.standings(told.region(), Participations.PROGRAMME, 2021).get(told.school()).state()).isEqualTo(State.LEFT);
    }

    private void take(Told told, String programme, State to, String words) {
        selection.carryOut(told.region(), List.of(told.school()), new Step(programme, 2021, to, LocalDate.of(2021, 3, 1), words));
    }
}
