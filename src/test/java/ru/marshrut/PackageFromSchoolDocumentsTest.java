package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.PackageKinds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.profile.ProfilePapers;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The package of the peer review is drawn from the documents that the school has already (DESIGN 6.3). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PackageFromSchoolDocumentsTest {

    private static final String PASSWORD = "пакет-уже-собран";

    @LocalServerPort
    int port;
    @Autowired
    ReviewStory reviews;
    @Autowired
    YearStory story;
    @Autowired
    MadePeople people;
    @Autowired
    YearRows years;
    @Autowired
    ConceptDocuments concept;
    @Autowired
    ProgrammeDrafts drafts;
    @Autowired
    ProfilePapers profiles;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;

    @Test
    void aSchoolWithApprovedDocumentsDeliversItsPackageWithoutUploadingAnything() {
        Told told = reviews.aPairBeforeTheExchange();
        long ours = told.schools().get(0);
        SchoolYear year = aYearWithApprovedDocuments(told, ours);
        assertThat(year.year()).isEqualTo(2022);

        Browser us = signedIn(reviews.staffOf(ours).personId());
        String form = us.open("/tasks/" + reviews.openTask(told, PeerReviewModel.DELIVER_PACKAGE, ours).id()).body();
        assertThat(form.split("одобрен куратором", -1)).as("concept, mid-term and anti-risk programme").hasSize(4);
        assertThat(form).contains("Антирисковая программа.docx").doesNotContain("data-url=\"/documents/school-documents/" + ours + "-2022/developmentConcept\"");
        String slot = "/documents/school-documents/" + ours + "-2022/";
        assertThat(us.upload(slot + "developmentConcept", "другая.rtf", SampleFiles.rtf()).statusCode()).as("approved stays as it is").isEqualTo(422);
        assertThat(us.upload(slot + "antiriskProgramme", "своя.rtf", SampleFiles.rtf()).statusCode()).as("is made from the table").isEqualTo(422);

        reviews.does(told, PeerReviewModel.DELIVER_PACKAGE, ours, Map.of());
        reviews.run();
        assertThat(reviews.circle(told).side(ours).delivered()).isTrue();
    }

    @Test
    void thePartnerReadsThePackageOnlyFromTheExchangeOn() {
        Told told = reviews.aPairBeforeTheExchange();
        long ours = told.schools().get(0);
        aYearWithApprovedDocuments(told, ours);
        Browser partner = signedIn(reviews.staffOf(told.schools().get(1)).personId());
        Browser expert = signedIn(people.appoint(Role.EXPERT, Place.municipality(told.municipality())));
        String folder = "/documents/school-documents/" + ours + "-2022";
        assertThat(partner.open(folder).statusCode()).isEqualTo(404);
        reviews.does(told, PeerReviewModel.DELIVER_PACKAGE, ours, Map.of());
        reviews.deliver(told, told.schools().get(1));
        assertThat(partner.open(folder).statusCode()).isEqualTo(200);
        assertThat(partner.upload(folder + "/riskProfile", "чужой.rtf", SampleFiles.rtf()).statusCode()).isEqualTo(404);
        assertThat(expert.open(folder).statusCode()).isEqualTo(404);
    }

    private SchoolYear aYearWithApprovedDocuments(Told told, long school) {
        people.appoint(Role.CURATOR, Place.school(school));
        SchoolYear year = years.get(years.add(told.region(), school, 2022, LocalDate.of(2022, 9, 5)));
        Viewer coordinator = reviews.staffOf(school);
        profiles.keep(year.id());
        for (String direction : List.of("motivation", "staff")) {
            drafts.add(year.id(), coordinator, new ProgrammeText(direction, "", "Задача", "Мероприятие", "10 занятий", "15.10.2022", "Завуч", "Приказ"));
        }
        drafts.send(year.id(), coordinator, false);
        for (String kind : List.of("developmentConcept", "midTermProgramme")) {
            story.upload(SchoolDocuments.slot(school, 2022, kind));
        }
        story.started(ConceptDocumentsModel.KEY, year);
        story.does(year, ConceptDocumentsModel.SEND, Map.of());
        Map<String, String> decisions = new HashMap<>();
        concept.sent(year.id()).forEach(one -> {
            decisions.put("decision_" + one.kind(), "APPROVE");
            decisions.put("comment_" + one.kind(), "Всё на месте");
        });
        story.does(year, ConceptDocumentsModel.CHECK, decisions);
        assertThat(concept.required(year.id())).extracting(one -> one.kind()).containsExactlyInAnyOrderElementsOf(
            PackageKinds.ALL.stream().filter(kind -> !kind.equals(ProfilePapers.KIND)).toList());
        return year;
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
