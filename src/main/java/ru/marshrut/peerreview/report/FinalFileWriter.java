package ru.marshrut.peerreview.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.peerreview.OverallQuestion;
import ru.marshrut.peerreview.report.FinalFileContent.Answer;
import ru.marshrut.peerreview.report.FinalFileContent.Direction;
import ru.marshrut.peerreview.report.FinalFileContent.Form;
import ru.marshrut.peerreview.report.FinalFileContent.Meeting;
import ru.marshrut.peerreview.report.FinalFileContent.Paper;
import ru.marshrut.peerreview.report.FinalFileContent.Party;
import ru.marshrut.peerreview.report.FinalFileContent.Review;

/** Writes the final file of one school as DOCX. */
public final class FinalFileWriter {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MessageSource messages;

    public FinalFileWriter(MessageSource messages) {
        this.messages = messages;
    }

    /** The name that ИС МЭДК expects of the file (seed 001, «Размещение результатов взаимоэкспертизы»). */
    public String fileName() {
        return messages.getMessage("peerreview-report.finalFile.fileName", null, Texts.RUSSIAN);
    }

    /** @param out stays open */
    public void write(FinalFileContent content, OutputStream out) throws IOException {
        ReviewTexts texts = new ReviewTexts(messages, content.zone());
        String year = String.valueOf(content.year());
        try (WordDocument document = new WordDocument(texts.of("finalFile.documentTitle", content.school().name(), year),
            texts.of("finalFile.footer", year), texts, content.preparedAt())) {
            new Pages(content, texts, document).write();
            document.writeTo(out);
        }
    }

    /** The parts of one file, in their order. */
    private record Pages(FinalFileContent content, ReviewTexts texts, WordDocument document) {

        void write() {
            document.title(texts.of("finalFile.title"));
            document.subtitle(texts.of("finalFile.subtitle"));
            document.subject(content.school().name());
            document.subtitle(texts.of("finalFile.round", content.roundTitle(), String.valueOf(content.year())));
            parties();
            received();
            given();
            meetings();
            deviations();
            signatures();
        }

        private void parties() {
            document.heading(texts.of("finalFile.parties"));
            List<List<String>> rows = new ArrayList<>();
            rows.add(party("finalFile.party.own", content.school()));
            if (content.isOfPair()) {
                rows.add(party("finalFile.party.partner", content.given().reviewed()));
            } else {
                rows.add(party("finalFile.party.reviewer", content.received().reviewer()));
                rows.add(party("finalFile.party.reviewed", content.given().reviewed()));
            }
            rows.add(List.of(texts.of("finalFile.region"), content.region()));
            rows.add(List.of(texts.of("finalFile.deadlines"), texts.of("finalFile.deadlines.text",
                texts.day(content.deadlines().documents()), texts.day(content.deadlines().meeting()),
                texts.day(content.deadlines().forms()))));
            rows.add(List.of(texts.of("finalFile.preparedAt"), texts.minute(content.preparedAt())));
            document.facts(rows);
            if (!content.isOfPair()) {
                document.text(texts.of("finalFile.threeSchools"));
            }
        }

        private List<String> party(String label, Party party) {
            List<String> lines = new ArrayList<>(List.of(party.name(), party.municipality(),
                texts.of("finalFile.party.coordinator", contact(party.coordinator()))));
            lines.add(texts.of("finalFile.party.principal", texts.or(party.principal(), "unknown")));
            lines.add(texts.of("finalFile.party.curator", texts.or(party.curator(), "finalFile.party.noCurator")));
            lines.add(party.confirmedOn() == null ? texts.of("finalFile.party.silent")
                : texts.of("finalFile.party.confirmed", texts.day(party.confirmedOn())));
            return List.of(texts.of(label), String.join("\n", lines));
        }

        private String contact(Contact contact) {
            if (contact == null) {
                return texts.of("unknown");
            }
            String reachedBy = Stream.of(contact.phone(), contact.email()).filter(part -> !Texts.isBlank(part)).collect(joining(", "));
            return contact.name() + (reachedBy.isEmpty() ? "" : "\n" + reachedBy);
        }

        private void received() {
            Review review = content.received();
            document.heading(texts.of("finalFile.received", review.reviewer().name()));
            review(review);
        }

        private void given() {
            Review review = content.given();
            document.heading(texts.of("finalFile.given", review.reviewed().name()));
            review(review);
        }

        private void review(Review review) {
            papers(review);
            if (review.form() == null) {
                document.notice(missingForm(review));
                return;
            }
            Form form = review.form();
            document.text(texts.of("finalFile.form.meta", texts.minute(form.handedOverAt()), form.author(),
                String.valueOf(form.version())));
            if (form.directions().isEmpty()) {
                document.text(texts.of("finalFile.form.noDirections"));
            }
            form.directions().forEach(this::direction);
            overall(form);
        }

        private void papers(Review review) {
            document.subheading(texts.of("finalFile.papers", review.reviewed().name()));
            if (review.documents().isEmpty()) {
                document.notice(missingPackage(review));
                return;
            }
            document.table(List.of(texts.of("finalFile.papers.title"), texts.of("finalFile.papers.delivered")),
                List.of(6155, WordDocument.WIDTH - 6155),
                review.documents().stream().map(paper -> List.of(paper.title(), delivery(paper))).toList());
        }

        private String delivery(Paper paper) {
            if (paper.deliveredAt() == null) {
                return texts.of("finalFile.papers.missing");
            }
            String day = texts.day(paper.deliveredAt());
            return isLate(paper) ? texts.of("finalFile.papers.late", day) : day;
        }

        private void direction(Direction direction) {
            document.subheading(texts.of("finalFile.direction", direction.title()));
            document.table(List.of(texts.of("finalFile.direction.part"), texts.of("finalFile.direction.text")),
                List.of(2300, WordDocument.WIDTH - 2300),
                List.of(
                    List.of(texts.of("finalFile.strengths"), texts.or(direction.strengths(), "finalFile.noStrengths")),
                    List.of(texts.of("finalFile.remarks"), texts.or(direction.remarks(), "finalFile.noRemarks")),
                    List.of(texts.of("finalFile.recommendations"), texts.or(direction.recommendations(), "finalFile.noRecommendations"))));
        }

        private void overall(Form form) {
            document.subheading(texts.of("finalFile.overall"));
            List<List<String>> rows = new ArrayList<>();
            for (OverallQuestion question : OverallQuestion.values()) {
                Answer answer = form.overall().get(question);
                rows.add(List.of(texts.of("question", question),
                    answer == null || answer.judgement() == null ? texts.of("finalFile.noAnswer") : texts.of("judgement", answer.judgement()),
                    answer == null ? texts.of("finalFile.noComment") : texts.or(answer.comment(), "finalFile.noComment")));
            }
            document.table(List.of(texts.of("finalFile.overall.question"), texts.of("finalFile.overall.answer"),
                texts.of("finalFile.overall.comment")), List.of(3900, 1300, WordDocument.WIDTH - 5200), rows);
            if (!Texts.isBlank(form.summary())) {
                document.subheading(texts.of("finalFile.summary"));
                document.text(form.summary());
            }
        }

        private void meetings() {
            document.heading(texts.of("finalFile.meeting"));
            if (content.meetings().isEmpty()) {
                document.notice(texts.of("finalFile.meeting.none", texts.day(content.deadlines().meeting())));
            }
            content.meetings().forEach(this::meeting);
        }

        private void meeting(Meeting meeting) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(texts.of("finalFile.meeting.startsAt"), texts.minute(meeting.startsAt())));
            if (!Texts.isBlank(meeting.link())) {
                rows.add(List.of(texts.of("finalFile.meeting.link"), meeting.link()));
            }
            rows.add(List.of(texts.of("finalFile.meeting.participants"), meeting.participants().isEmpty()
                ? texts.of("finalFile.meeting.noParticipants") : String.join("\n", meeting.participants())));
            rows.add(List.of(texts.of("finalFile.meeting.minutes"), texts.or(meeting.minutes(), "finalFile.meeting.noMinutes")));
            rows.add(List.of(texts.of("finalFile.meeting.agreements"), meeting.agreements().isEmpty()
                ? texts.of("finalFile.meeting.noAgreements") : numbered(meeting.agreements())));
            rows.add(List.of(texts.of("finalFile.meeting.video"), texts.or(meeting.videoLink(), "finalFile.meeting.noVideo")));
            if (!Texts.isBlank(meeting.consent())) {
                rows.add(List.of(texts.of("finalFile.meeting.consent"), meeting.consent()));
            }
            document.facts(rows);
        }

        private static String numbered(List<String> items) {
            List<String> lines = new ArrayList<>();
            for (String item : items) {
                lines.add((lines.size() + 1) + ". " + item);
            }
            return String.join("\n", lines);
        }

        private void deviations() {
            document.heading(texts.of("finalFile.deviations"));
            List<String> deviations = new ArrayList<>();
            if ((content.received().form() == null) != (content.given().form() == null)) {
                deviations.add(texts.of("finalFile.oneSided"));
            }
            for (Review review : List.of(content.received(), content.given())) {
                addPackage(review, deviations);
                addForm(review, deviations);
            }
            addMeetings(deviations);
            deviations.addAll(content.circumstances());
            if (deviations.isEmpty()) {
                document.text(texts.of("finalFile.deviations.none"));
            } else {
                document.list(deviations);
            }
        }

        private void addPackage(Review review, List<String> deviations) {
            String school = review.reviewed().name();
            String due = texts.day(content.deadlines().documents());
            if (review.documents().stream().allMatch(paper -> paper.deliveredAt() == null)) {
                deviations.add(missingPackage(review));
                return;
            }
            for (Paper paper : review.documents()) {
                if (paper.deliveredAt() == null) {
                    deviations.add(texts.of("finalFile.paper.missing", school, paper.title(), due));
                } else if (isLate(paper)) {
                    deviations.add(texts.of("finalFile.paper.late", school, paper.title(), texts.day(paper.deliveredAt()), due));
                }
            }
        }

        private void addForm(Review review, List<String> deviations) {
            if (review.form() == null) {
                deviations.add(missingForm(review));
            } else if (texts.dayOf(review.form().handedOverAt()).isAfter(content.deadlines().forms())) {
                deviations.add(texts.of("finalFile.form.late", review.reviewer().name(),
                    texts.day(review.form().handedOverAt()), texts.day(content.deadlines().forms())));
            }
        }

        private void addMeetings(List<String> deviations) {
            LocalDate due = content.deadlines().meeting();
            if (content.meetings().isEmpty()) {
                deviations.add(texts.of("finalFile.meeting.none", texts.day(due)));
            }
            for (Meeting meeting : content.meetings()) {
                if (texts.dayOf(meeting.startsAt()).isAfter(due)) {
                    deviations.add(texts.of("finalFile.meeting.late", texts.day(meeting.startsAt()), texts.day(due)));
                }
                if (Texts.isBlank(meeting.videoLink())) {
                    deviations.add(texts.of("finalFile.meeting.videoMissing", texts.day(meeting.startsAt())));
                }
            }
        }

        /** A school that took part and did not deliver is told from one that never answered (DESIGN 6.3). */
        private String missingPackage(Review review) {
            return texts.of(review.reviewed().confirmedOn() == null ? "finalFile.package.silent" : "finalFile.package.missing",
                review.reviewed().name(), texts.day(content.deadlines().documents()));
        }

        private String missingForm(Review review) {
            return texts.of(review.reviewer().confirmedOn() == null ? "finalFile.form.silent" : "finalFile.form.missing",
                review.reviewer().name(), texts.day(content.deadlines().forms()));
        }

        private boolean isLate(Paper paper) {
            return texts.dayOf(paper.deliveredAt()).isAfter(content.deadlines().documents());
        }

        private void signatures() {
            document.heading(texts.of("finalFile.signatures"));
            Party school = content.school();
            boolean curated = !Texts.isBlank(school.curator());
            document.signatures(List.of(
                List.of(texts.of("finalFile.signature.coordinator"), school.coordinator() == null ? "" : school.coordinator().name()),
                List.of(texts.of("finalFile.signature.principal"), orEmpty(school.principal())),
                List.of(texts.of(curated ? "finalFile.signature.curator" : "finalFile.signature.municipalCoordinator"),
                    orEmpty(curated ? school.curator() : school.municipalCoordinator()))),
                texts.of("finalFile.signature.sign"), texts.of("finalFile.signature.day"));
        }

        private static String orEmpty(String name) {
            return name == null ? "" : name;
        }
    }
}
