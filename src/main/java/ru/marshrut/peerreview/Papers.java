package ru.marshrut.peerreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.RecommendationContent.Answer;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.peerreview.persistence.RecommendationRows;
import ru.marshrut.peerreview.report.Contact;
import ru.marshrut.peerreview.report.FinalFileContent;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Gathers what the final file of a side says. */
@Component
class Papers {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Rounds rounds;
    private final RecommendationRows forms;
    private final MeetingRows meetings;
    private final Documents documents;
    private final Territory territory;
    private final Staff staff;
    private final Circumstances circumstances;
    private final MessageSource messages;

    Papers(Rounds rounds, RecommendationRows forms, MeetingRows meetings, Documents documents, Territory territory, Staff staff,
           Circumstances circumstances, MessageSource messages) {
        this.rounds = rounds;
        this.forms = forms;
        this.meetings = meetings;
        this.documents = documents;
        this.territory = territory;
        this.staff = staff;
        this.circumstances = circumstances;
        this.messages = messages;
    }

    FinalFileContent finalFile(Circle circle, long schoolId) {
        Round round = rounds.round(circle.roundId());
        Region region = territory.region(round.regionId());
        FinalFileContent.Party self = party(circle.side(schoolId), round);
        FinalFileContent.Party reviewer = party(circle.reviewerOf(schoolId), round);
        FinalFileContent.Party reviewed = party(circle.reviewedBy(schoolId), round);
        var deadlines = new FinalFileContent.Deadlines(circle.until(Stage.EXCHANGE, round.calendar()),
            circle.until(Stage.MEETING, round.calendar()), circle.until(Stage.FINAL, round.calendar()));
        return new FinalFileContent(round.title(), round.year(), region.name(), region.zone(), deadlines, self,
            review(circle, round, circle.reviewerOf(schoolId), reviewer, circle.side(schoolId), self),
            review(circle, round, circle.side(schoolId), self, circle.reviewedBy(schoolId), reviewed),
            meetings.meeting(circle.id()).filter(meeting -> meeting.heldAt() != null).map(this::meeting).stream().toList(),
            circumstances.of(circle), rounds.now());
    }

    private FinalFileContent.Party party(Side side, Round round) {
        School school = territory.school(side.schoolId());
        LocalDate today = rounds.today(round);
        Optional<Person> coordinator = holder(Role.SCHOOL_COORDINATOR, school.place(), today);
        Contact contact = side.contactName() != null ? new Contact(side.contactName(), side.contactPhone(), side.contactEmail())
            : coordinator.map(person -> new Contact(person.fullName(), person.phone(), person.email())).orElse(null);
        return new FinalFileContent.Party(school.name(), territory.municipality(school.municipalityId()).name(), contact,
            name(Role.PRINCIPAL, school.place(), today), name(Role.CURATOR, school.place(), today),
            name(Role.MUNICIPAL_COORDINATOR, Place.municipality(school.municipalityId()), today),
            side.confirmedAt() == null ? null : LocalDate.ofInstant(side.confirmedAt(), round.zone()));
    }

    private FinalFileContent.Review review(Circle circle, Round round, Side reviewer, FinalFileContent.Party reviewerParty, Side reviewed,
                                           FinalFileContent.Party reviewedParty) {
        List<String> there = documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(reviewed.schoolId(), round.year()))
            .stream().map(document -> document.slot().kind()).toList();
        List<FinalFileContent.Paper> papers = PackageKinds.ALL.stream()
            .map(kind -> new FinalFileContent.Paper(messages.getMessage("peerreview.kind." + kind, null, RUSSIAN),
                there.contains(kind) ? reviewed.deliveredAt() : null))
            .toList();
        return new FinalFileContent.Review(reviewerParty, reviewedParty, papers,
            forms.latest(circle.id(), reviewer.schoolId()).map(form -> form(form, reviewed, round)).orElse(null));
    }

    private FinalFileContent.Form form(Recommendation form, Side reviewed, Round round) {
        Map<String, String> names = territory.riskDirections();
        List<FinalFileContent.Direction> directions = names.keySet().stream().filter(form.content().directions()::containsKey)
            .map(code -> {
                var said = form.content().directions().get(code);
                return new FinalFileContent.Direction(names.get(code), said.strengths(), said.remarks(), said.recommendations());
            }).toList();
        Map<OverallQuestion, FinalFileContent.Answer> overall = new java.util.EnumMap<>(OverallQuestion.class);
        for (Map.Entry<OverallQuestion, Answer> answer : form.content().overall().entrySet()) {
            if (answer.getValue().judgement() != null) {
                overall.put(answer.getKey(), new FinalFileContent.Answer(answer.getValue().judgement(), answer.getValue().comment()));
            }
        }
        return new FinalFileContent.Form(form.version(), form.savedAt(), staff.person(form.authorId()).fullName(), directions, overall,
            form.content().summary());
    }

    private FinalFileContent.Meeting meeting(Meeting meeting) {
        return new FinalFileContent.Meeting(meeting.heldAt(), meeting.link(), meeting.participants().lines().filter(line -> !line.isBlank()).toList(),
            meeting.minutes(), List.of(), meeting.videoLink(), meeting.consentReason());
    }

    private Optional<Person> holder(Role role, Place place, LocalDate today) {
        return staff.holding(role, place, today).stream().findFirst();
    }

    private String name(Role role, Place place, LocalDate today) {
        return holder(role, place, today).map(Person::fullName).orElse(null);
    }
}
