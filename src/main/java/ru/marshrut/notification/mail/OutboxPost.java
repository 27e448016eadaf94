package ru.marshrut.notification.mail;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;
import ru.marshrut.notification.ical.CalendarFiles;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Puts letters into the outbox. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutboxPost implements Post {

    /** Somebody sits and waits for these, by night too. */
    private static final Set<String> AWAITED = Set.of(PasswordLinks.TEMPLATE);

    private final Outbox outbox;
    private final LetterTemplates templates;
    private final CalendarFiles calendars;
    private final QuietHours quietHours;
    private final Staff staff;
    private final Territory territory;
    private final Clock clock;
    private final Nudge nudge;

    OutboxPost(Outbox outbox, LetterTemplates templates, CalendarFiles calendars, QuietHours quietHours, Staff staff,
               Territory territory, Clock clock, Nudge nudge) {
        this.outbox = outbox;
        this.templates = templates;
        this.calendars = calendars;
        this.quietHours = quietHours;
        this.staff = staff;
        this.territory = territory;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public void send(Letter letter) {
        Person to = staff.person(letter.recipientId());
        put(letter, to, to.regionId() == null ? Viewers.FEDERATION_ZONE : territory.region(to.regionId()).zone(), null);
    }

    /**
     * For those who write to many and know the people already.
     *
     * @param zone            whose night is kept
     * @param unsubscribePath or null
     * @return whether the letter is new
     */
    public boolean put(Letter letter, Person to, ZoneId zone, String unsubscribePath) {
        if (outbox.holds(to.id(), letter.template(), letter.occasion())) {
            return false;
        }
        String calendar = letter.invitation() == null ? null : calendars.invitation(letter.invitation());
        RenderedLetter rendered = templates.render(letter, to, calendar, unsubscribePath);
        String host = Objects.requireNonNullElse(URI.create(templates.publicUrl()).getHost(), "marshrut");
        boolean fresh = outbox.put(to.id(), letter.template(), letter.occasion(), rendered, "<" + UUID.randomUUID() + "@" + host + ">",
            AWAITED.contains(letter.template()) ? clock.instant() : quietHours.endAfter(clock.instant(), zone));
        if (fresh) {
            nudge.atCommit();
        }
        return fresh;
    }
}
