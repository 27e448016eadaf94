package ru.marshrut.schoolyear.conversation;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.persistence.ConversationRows;

/** Attachments: the author's alone while he writes; afterwards they are read by whoever takes part, and changed by nobody. */
@Configuration
public class ConversationFiles {

    /** Resource type; its id is the message's. */
    private static final String TYPE = "conversation-message";
    private static final String ATTACHMENT = "attachment";

    public static Slot attachments(long messageId) {
        return new Slot(TYPE, String.valueOf(messageId), ATTACHMENT);
    }

    @Bean
    ResourcePolicy conversationFilesPolicy(@Lazy ConversationAccess access, @Lazy SchoolYears years, ConversationRows rows) {
        return ResourcePolicy.of(TYPE,
            (viewer, id) -> message(id, rows).filter(message -> message.isSent() || message.authorId() == viewer.personId())
                .filter(message -> access.takesPart(years.get(message.schoolYearId()), viewer)).isPresent(),
            (viewer, id) -> message(id, rows).filter(message -> !message.isSent() && message.authorId() == viewer.personId())
                .filter(message -> access.takesPart(years.get(message.schoolYearId()), viewer)).isPresent());
    }

    @Bean
    SlotRulesSource conversationFileRules() {
        return slot -> slot.subjectType().equals(TYPE) && slot.kind().equals(ATTACHMENT) ? Optional.of(SlotRules.PUBLISHED) : Optional.empty();
    }

    private static Optional<Message> message(String id, ConversationRows rows) {
        return id.matches("\\d{1,18}") ? Optional.of(rows.message(Long.parseLong(id))) : Optional.empty();
    }
}
