package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** A stage's last day ends where the school is: first in Kamchatka, last in Kaliningrad. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class YearEndsOfDaysTest {

    private static final String PASSWORD = "часовые-пояса-страны";
    private static final String OVERDUE = ": просрочен";

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    MonitoringStory monitoring;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    MovableClock clock;
    @Autowired
    TransactionTemplate transactions;

    @Test
    void inKamchatkaTheDayIsOverEarlierThanInMoscow() {
        story.itIs("2021-05-20");
        Told told = aSchoolIn("Asia/Kamchatka", "KAM");
        SchoolYear year = approvedDocuments(told);
        clock.moveTo(Instant.parse("2021-05-25T11:00:00Z"));
        assertThat(list(told)).as("23:00 of the last day").doesNotContain(OVERDUE);
        clock.moveTo(Instant.parse("2021-05-25T13:00:00Z"));
        assertThat(list(told)).as("01:00 of the day after").contains(OVERDUE);

        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-05-26", "placed", "yes"));
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).late()).isTrue();
    }

    @Test
    void inKaliningradItLastsLonger() {
        story.itIs("2021-05-20");
        Told told = aSchoolIn("Europe/Kaliningrad", "KGD");
        SchoolYear year = approvedDocuments(told);
        clock.moveTo(Instant.parse("2021-05-25T21:30:00Z"));
        assertThat(list(told)).as("00:30 in Moscow, 23:30 of the last day there").doesNotContain(OVERDUE);
        assertThatExceptionOfType(Refusal.class).as("tomorrow")
            .isThrownBy(() -> story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-05-26", "placed", "yes")));
        story.does(year, ConceptDocumentsModel.PLACE, Map.of("on", "2021-05-25", "placed", "yes"));
        assertThat(story.standing(year, Stage.CONCEPT_DOCUMENTS).late()).isFalse();
    }

    private Told aSchoolIn(String zone, String code) {
        long region = transactions.execute(status -> territory.addRegion(code, "Пробный край " + code, zone));
        long municipality = people.municipality(region);
        long school = people.school(municipality);
        return new Told(region, people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)), municipality,
            people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)), school, people.appoint(Role.CURATOR, Place.school(school)));
    }

    private SchoolYear approvedDocuments(Told told) {
        SchoolYear year = story.aYearOf(told);
        monitoring.due(year, Stage.CONCEPT_DOCUMENTS, "2021-05-25");
        story.started(ConceptDocumentsModel.KEY, year);
        Map<String, String> decisions = new HashMap<>();
        for (String kind : List.of("developmentConcept", "midTermProgramme", "antiriskProgramme")) {
            story.upload(SchoolDocuments.slot(told.school(), year.year(), kind));
            decisions.putAll(Map.of("decision_" + kind, "APPROVE", "comment_" + kind, "Всё на месте"));
        }
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        story.does(year, ConceptDocumentsModel.CHECK, decisions);
        return year;
    }

    private String list(Told told) {
        accounts.setPassword(told.municipal(), PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(staff.person(told.municipal()).email(), PASSWORD);
        return browser.open("/school-years?place=municipality-" + told.municipality() + "&year=2021").body();
    }
}
