package ru.marshrut.administration.invitations;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Accounts;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/**
 * Invites people to set a password. Nobody is invited by being appointed in the program: the pages that appoint ask for
 * it, so that made territories mail nobody.
 */
@Service
@Transactional
public class Invitations {

    /** The link of an invitation is good so long, see {@link Accounts#inviteLink}. */
    private static final Duration GOOD = Duration.ofDays(7);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Staff staff;
    private final Territory territory;
    private final Post post;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Accounts accounts, Staff staff, Territory territory, Post post, AuditTrail audit, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.staff = staff;
        this.territory = territory;
        this.post = post;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** Invites one who was appointed, unless he has an account or was invited before. */
    public void inviteOnce(long personId) {
        if (lastInvited(List.of(personId)).isEmpty()) {
            invite(List.of(personId));
        }
    }

    /**
     * Invites those who have no account, hold an appointment or will, and whose earlier link is no longer good.
     *
     * @return how many were invited
     */
    public int invite(Collection<Long> personIds) {
        Map<Long, Instant> invited = lastInvited(personIds);
        Instant stale = clock.instant().minus(GOOD);
        List<Long> waiting = accounts.withoutAccount(personIds).stream()
            .filter(person -> !invited.containsKey(person) || !invited.get(person).isAfter(stale)).sorted().toList();
        Map<Long, Person> people = staff.people(waiting);
        return (int) waiting.stream().filter(person -> send(people.get(person))).count();
    }

    private boolean send(Person person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.regionId() == null ? ZoneOffset.UTC : territory.region(person.regionId()).zone());
        String posts = staff.careerOf(person.id()).stream().filter(held -> held.endsOn() == null || !held.endsOn().isBefore(today))
            .map(this::inWords).distinct().collect(joining("; "));
        if (posts.isEmpty()) {
            return false;
        }
        String path = accounts.inviteLink(person.id());
        post.send(new Letter(person.id(), "invitation", Map.of("path", path, "posts", posts, "login", person.email()),
            UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString()));
        jdbc.sql("insert into account_invitation (person_id, invited_at) values (?, ?)")
            .params(person.id(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record("administration.invited", Subject.of("person", person.id()), Map.of());
        return true;
    }

    private String inWords(Appointment held) {
        String place = switch (held.place().level()) {
            case FEDERATION -> messages.getMessage("administration.federation", null, RUSSIAN);
            case REGION -> territory.region(held.place().id()).name();
            case MUNICIPALITY -> territory.municipality(held.place().id()).name();
            case SCHOOL -> territory.school(held.place().id()).name();
        };
        return messages.getMessage("administration.invitation.post", new Object[] {messages.getMessage("territory.role." + held.role(), null, RUSSIAN),
            place, DAY.format(held.startsOn())}, RUSSIAN);
    }

    /** When each was last invited; one who never was is absent. */
    @Transactional(readOnly = true)
    public Map<Long, Instant> lastInvited(Collection<Long> personIds) {
        record Row(long personId, OffsetDateTime at) {}
        return jdbc.sql("select person_id, max(invited_at) as at from account_invitation where person_id = any(?) group by person_id")
            .param(personIds.toArray(Long[]::new)).query(Row.class).stream().collect(toMap(Row::personId, row -> row.at().toInstant()));
    }

    /** Those of a region's people who hold an appointment at or below it on a day and have neither account nor invitation. */
    @Transactional(readOnly = true)
    public Set<Long> uninvited(Place place, LocalDate on) {
        List<Long> appointed = staff.appointmentsWithin(place, on).stream().map(Appointment::personId).distinct().toList();
        Set<Long> without = accounts.withoutAccount(appointed);
        without.removeAll(lastInvited(without).keySet());
        return without;
    }
}
