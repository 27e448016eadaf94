package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.ApprovedDocuments;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.OpenSlots;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** A circle as its pages show it. */
@Service
@Transactional(readOnly = true)
public class CircleViews {

    private static final List<Role> CONTACTS = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final CircleRows circles;
    private final RoundRows rounds;
    private final MeetingRows meetings;
    private final Documents documents;
    private final OpenSlots openSlots;
    private final ApprovedDocuments approvals;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final java.time.Clock clock;

    CircleViews(CircleRows circles, RoundRows rounds, MeetingRows meetings, Documents documents, OpenSlots openSlots,
                ApprovedDocuments approvals, Territory territory, Staff staff,
                MessageSource messages, java.time.Clock clock) {
        this.circles = circles;
        this.rounds = rounds;
        this.meetings = meetings;
        this.documents = documents;
        this.openSlots = openSlots;
        this.approvals = approvals;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    public Circle circle(long circleId) {
        return circles.circle(circleId);
    }

    /** @param schoolId the side that looks, or null for those who look from above */
    public CircleView of(long circleId, Long schoolId) {
        Circle circle = circles.circle(circleId);
        Round round = rounds.round(circle.roundId());
        List<SideView> sides = circle.sides().stream().map(side -> side(circle, side, round)).toList();
        List<SideView> partners = schoolId == null ? sides : sides.stream().filter(side -> side.school().id() != schoolId).toList();
        SideView own = schoolId == null ? null : sides.stream().filter(side -> side.school().id() == schoolId).findFirst().orElseThrow();
        SideView reviewed = schoolId == null ? null
            : sides.stream().filter(side -> side.school().id() == circle.reviewedBy(schoolId).schoolId()).findFirst().orElseThrow();
        return new CircleView(circle, round, round.zone(), sides, own, partners, reviewed, meetings.meeting(circleId).orElse(null));
    }

    /** Kinds of the package with the school's files and what may be uploaded. */
    public List<PackageSlot> packageOf(long schoolId, int year) {
        List<StoredDocument> all = documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(schoolId, year));
        Set<String> approved = approvals.approvedKinds(schoolId, year);
        List<PackageSlot> slots = new ArrayList<>();
        for (String kind : PackageKinds.ALL) {
            slots.add(new PackageSlot(kind, words("peerreview.kind." + kind),
                "/documents/" + SchoolDocuments.TYPE + "/" + SchoolDocuments.id(schoolId, year) + "/" + kind,
                all.stream().filter(document -> document.slot().kind().equals(kind)).toList(),
                openSlots.rulesFor(SchoolDocuments.slot(schoolId, year, kind)).orElse(null), approved.contains(kind)));
        }
        return slots;
    }

    private List<PaperView> papers(long schoolId, int year) {
        List<StoredDocument> all = documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(schoolId, year));
        return PackageKinds.ALL.stream().flatMap(kind -> all.stream().filter(file -> file.slot().kind().equals(kind))
            .map(file -> new PaperView(words("peerreview.kind." + kind), file))).toList();
    }

    public StoredDocument finalFile(long circleId, long schoolId) {
        List<StoredDocument> files = documents.in(PackageKinds.finalFile(circleId, schoolId));
        return files.isEmpty() ? null : files.get(files.size() - 1);
    }

    private SideView side(Circle circle, Side side, Round round) {
        School school = territory.school(side.schoolId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), round.zone());
        Set<String> active = territory.activatedRisks(List.of(school.id()), round.year()).getOrDefault(school.id(), Set.of());
        Map<String, String> risks = new LinkedHashMap<>();
        territory.riskDirections().forEach((code, name) -> {
            if (active.contains(code)) {
                risks.put(code, name);
            }
        });
        List<ContactView> contacts = new ArrayList<>();
        for (Role role : CONTACTS) {
            for (Person person : staff.holding(role, school.place(), today)) {
                contacts.add(new ContactView(words("territory.role." + role), person.fullName(), person.phone(), person.email()));
            }
        }
        boolean open = circle.openedAt() != null && side.delivered();
        return new SideView(school, territory.municipality(school.municipalityId()).name(), side, contacts, risks,
            open ? papers(school.id(), round.year()) : List.of(),
            words("peerreview.delivery." + delivery(circle, side, round)));
    }

    /** Says of a side: delivered, delivered late, accepted but not delivered, no answer (DESIGN 6.3). */
    private String delivery(Circle circle, Side side, Round round) {
        Instant until = Round.endOf(circle.until(Stage.EXCHANGE, round.calendar()), round.zone());
        if (side.withdrawn()) {
            return "withdrawn";
        }
        if (side.delivered()) {
            return side.deliveredAt().isAfter(until) ? "late" : "delivered";
        }
        return side.confirmedAt() == null ? "noAnswer" : "notDelivered";
    }

    private String words(String code) {
        return messages.getMessage(code, null, Locale.forLanguageTag("ru"));
    }

    /** {@code own} and {@code reviewed} are null for those who look from above; {@code meeting} is null until a time is settled. */
    public record CircleView(Circle circle, Round round, ZoneId zone, List<SideView> sides, SideView own, List<SideView> partners,
                             SideView reviewed, Meeting meeting) {}

    /** A side with its people; {@code papers} are empty until the exchange has opened. */
    public record SideView(School school, String municipality, Side side, List<ContactView> contacts, Map<String, String> risks,
                           List<PaperView> papers, String delivery) {}

    public record ContactView(String role, String name, String phone, String email) {}

    public record PaperView(String title, StoredDocument file) {}

    /**
     * A kind of the package with its files.
     *
     * @param rules    null where it cannot be changed now
     * @param approved whether the school's curator has approved it
     */
    public record PackageSlot(String kind, String title, String url, List<StoredDocument> files, SlotRules rules, boolean approved) {}
}
