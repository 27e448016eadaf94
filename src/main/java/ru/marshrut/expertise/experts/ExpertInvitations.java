package ru.marshrut.expertise.experts;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.InvitationRows;
import ru.marshrut.expertise.persistence.InvitationRows.Invited;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Experts of the federation or of another region for one expertise. An invitation lets somebody be assigned and see nothing by itself. */
@Service
@Transactional
public class ExpertInvitations {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final InvitationRows rows;
    private final ExpertiseRows expertises;
    private final SampleRows samples;
    private final AssignmentRows checks;
    private final Pools pools;
    private final ExpertiseAccess access;
    private final Staff staff;
    private final Territory territory;
    private final Post post;
    private final AuditTrail audit;
    private final Clock clock;

    ExpertInvitations(InvitationRows rows, ExpertiseRows expertises, SampleRows samples, AssignmentRows checks, Pools pools, ExpertiseAccess access,
                      Staff staff, Territory territory, Post post, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.expertises = expertises;
        this.samples = samples;
        this.checks = checks;
        this.pools = pools;
        this.access = access;
        this.staff = staff;
        this.territory = territory;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Invited> of(long expertiseId) {
        return rows.of(expertiseId);
    }

    /** Invites somebody who is an expert somewhere, and writes to him. */
    public void invite(Viewer viewer, long expertiseId, String email, String reason) {
        Expertise expertise = running(access.coordinated(expertises.lock(expertiseId), viewer));
        if (email == null || email.isBlank()) {
            throw Refusal.ofField("email", "expertise.invitation.emailMissing");
        }
        Person person = staff.personByEmail(email.strip()).orElseThrow(() -> Refusal.ofField("email", "expertise.invitation.unknown", email.strip()));
        Region region = territory.region(expertise.regionId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), region.zone());
        if (staff.appointmentsOf(person.id(), today).stream().noneMatch(held -> held.role() == Role.EXPERT && held.personId() == person.id())) {
            throw Refusal.ofField("email", "expertise.invitation.noExpert", person.fullName());
        }
        if (pools.of(expertise, List.of()).expert(person.id()).isPresent()) {
            throw Refusal.ofField("email", "expertise.invitation.isThere", person.fullName());
        }
        String words = required(reason);
        Instant now = clock.instant();
        rows.invite(expertiseId, person.id(), words, viewer.personId(), now);
        audit.record("expertise.expertInvited", Subject.of(Expertises.SUBJECT, expertiseId), Map.of("expert", person.id(), "name", person.fullName()), words);
        post.send(new Letter(person.id(), "expert-invitation", Map.of("region", region.name(), "stage", expertise.stage(),
            "year", String.valueOf(expertise.year()), "until", DAY.format(expertise.checkUntil()), "by", viewer.fullName(), "reason", words,
            "path", "/my/conflicts"), "expertise-" + expertiseId + "/invitation/" + now.toEpochMilli()));
    }

    /** Takes an invitation back; open checks must be given to others before. */
    public void withdraw(Viewer viewer, long expertiseId, long personId, String reason) {
        access.coordinated(expertises.lock(expertiseId), viewer);
        Invited invited = rows.of(expertiseId).stream().filter(one -> one.personId() == personId).findFirst()
            .orElseThrow(() -> Refusal.of("expertise.invitation.gone"));
        Set<Long> checking = checks.of(expertiseId).values().stream().flatMap(List::stream)
            .filter(check -> !check.isDone() && check.expertId() != null && check.expertId() == personId).map(SchoolCheck::sampledSchoolId).collect(toSet());
        List<Long> open = samples.all(expertiseId).stream().filter(school -> checking.contains(school.id())).map(SampledSchool::schoolId).toList();
        if (!open.isEmpty()) {
            throw Refusal.of("expertise.invitation.openChecks", invited.fullName(),
                territory.schools(open).values().stream().map(School::name).sorted().collect(joining(", ")));
        }
        String words = required(reason);
        rows.withdraw(expertiseId, personId, words, clock.instant());
        audit.record("expertise.invitationWithdrawn", Subject.of(Expertises.SUBJECT, expertiseId), Map.of("expert", personId, "name", invited.fullName()), words);
    }

    private static Expertise running(Expertise expertise) {
        if (expertise.isOver() || expertise.isReleased()) {
            throw Refusal.of("expertise.invitation.tooLate");
        }
        return expertise;
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "expertise.invitation.reasonNeeded");
        }
        return reason.strip();
    }
}
