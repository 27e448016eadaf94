package ru.marshrut.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The trail of what people and the system did. Facts are added and read, never changed. */
public interface AuditTrail {

    /**
     * Records a fact in the running transaction.
     *
     * @param type       key of its wording: message {@code audit.<type>}, with the parameters by name in braces
     * @param parameters ids and scalars that the wording needs
     * @param reason     in the actor's words, or null
     */
    void record(String type, Subject subject, Map<String, ?> parameters, String reason);

    default void record(String type, Subject subject, Map<String, ?> parameters) {
        record(type, subject, parameters, null);
    }

    /** Records many facts of one type at once, each with its own parameters. */
    default void recordAll(String type, Collection<Fact> facts, String reason) {
        facts.forEach(fact -> record(type, fact.subject(), fact.parameters(), reason));
    }

    /** What a bulk change did to one subject. */
    record Fact(Subject subject, Map<String, ?> parameters) {}

    /** Facts about one subject, oldest first, in words. */
    List<AuditEntry> about(Subject subject);
}
