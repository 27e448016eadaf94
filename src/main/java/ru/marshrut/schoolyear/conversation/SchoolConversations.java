package ru.marshrut.schoolyear.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.schoolyear.Conversations;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.persistence.ConversationRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Role;

/** Reading and writing in the conversations. Whoever does not take part finds none. */
@Service
@Transactional
public class SchoolConversations implements Conversations {

    /** Messages of one page. */
    static final int PAGE = 50;
    /** Characters of one message. */
    public static final int LONGEST = 10_000;

    private final ConversationRows rows;
    private final YearRows years;
    private final ConversationAccess access;
    private final ConversationLetters letters;
    private final Documents documents;
    private final AuditTrail audit;
    private final Clock clock;

    SchoolConversations(ConversationRows rows, YearRows years, ConversationAccess access, ConversationLetters letters, Documents documents,
                        AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.access = access;
        this.letters = letters;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is on a page of the conversation.
     *
     * @param lastRead number up to which the viewer had read before
     * @param draft    the viewer's, or null where the year has ended and nothing is written any more
     */
    public record Page(SchoolYear year, List<Message> messages, int lastRead, Message draft, boolean earlier) {}

    /** Shows the messages before a number and marks all as read. */
    public Page read(long yearId, Viewer viewer, int before) {
        SchoolYear year = visible(yearId, viewer);
        int lastRead = rows.lastRead(yearId, viewer.personId());
        rows.read(yearId, viewer.personId());
        List<Message> messages = rows.before(yearId, before, PAGE);
        return new Page(year, messages, lastRead, year.isRunning() ? draft(yearId, viewer.personId()) : null,
            !messages.isEmpty() && messages.get(0).number() > 1);
    }

    public void keepDraft(long yearId, Viewer viewer, String body, boolean needsAnswer) {
        visible(yearId, viewer);
        rows.keepDraft(draft(yearId, viewer.personId()).id(), body, needsAnswer);
    }

    /**
     * Sends the viewer's draft with its attachments.
     *
     * @param corrects number of the own message that is corrected, or null
     * @return the message's number
     */
    public int send(long yearId, Viewer viewer, String body, boolean needsAnswer, Integer corrects) {
        visible(yearId, viewer);
        SchoolYear year = years.lock(yearId);
        if (!year.isRunning()) {
            throw Refusal.of("schoolyear.conversation.ended");
        }
        if (body.isBlank()) {
            throw Refusal.ofField("body", "schoolyear.conversation.empty");
        }
        if (body.length() > LONGEST) {
            throw Refusal.ofField("body", "schoolyear.conversation.tooLong", body.length(), LONGEST);
        }
        Long corrected = corrects == null ? null : rows.numbered(yearId, corrects).filter(message -> message.authorId() == viewer.personId())
            .map(Message::id).orElseThrow(() -> Refusal.ofField("corrects", "schoolyear.conversation.notOwn", corrects));
        Role role = access.roleOf(year, viewer);
        Message draft = draft(yearId, viewer.personId());
        int attachments = documents.in(ConversationFiles.attachments(draft.id())).size();
        int number = rows.send(draft.id(), yearId, role, clock.instant(), body, needsAnswer, corrected, attachments);
        rows.answer(yearId, draft.id(), ConversationAccess.sideOf(role));
        audit.record("schoolyear.messageSent", Subject.of(SchoolYears.SUBJECT, yearId),
            Map.of("message", draft.id(), "number", number, "role", role, "needsAnswer", needsAnswer, "attachments", attachments));
        if (needsAnswer) {
            letters.question(year, rows.message(draft.id()), viewer, rows.authors(yearId));
        }
        return number;
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(Viewer viewer) {
        return rows.unread(viewer.personId(), access.schoolsOf(viewer), true).values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Integer> unread(Viewer viewer, Collection<Long> yearIds) {
        Map<Long, Integer> unread = rows.unread(viewer.personId(), access.schoolsOf(viewer), false);
        unread.keySet().retainAll(yearIds);
        return unread;
    }

    private SchoolYear visible(long yearId, Viewer viewer) {
        SchoolYear year = years.get(yearId);
        access.requirePart(year, viewer);
        return year;
    }

    private Message draft(long yearId, long personId) {
        return rows.draft(yearId, personId).orElseGet(() -> {
            rows.beginDraft(yearId, personId);
            return rows.draft(yearId, personId).orElseThrow();
        });
    }
}
