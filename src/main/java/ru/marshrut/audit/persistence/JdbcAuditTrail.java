package ru.marshrut.audit.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.PropertyPlaceholderHelper;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;

@Repository
class JdbcAuditTrail implements AuditTrail {

    /** Characters; as many as a form takes. */
    private static final int LONGEST_REASON = 20_000;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final PropertyPlaceholderHelper NAMED = new PropertyPlaceholderHelper("{", "}");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final MessageSource messages;
    private final ObjectProvider<CurrentActor> actor;

    JdbcAuditTrail(JdbcClient jdbc, ObjectMapper json, Clock clock, MessageSource messages, ObjectProvider<CurrentActor> actor) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.messages = messages;
        this.actor = actor;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String type, Subject subject, Map<String, ?> parameters, String reason) {
        Actor by = by(subject);
        jdbc.sql("""
                insert into audit_entry (recorded_at, actor_id, on_behalf_of, type, subject_type, subject_id, parameters, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
            .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), by.personId(), by.onBehalfOf(), type,
                subject.type(), subject.id(), write(parameters), readable(reason))
            .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(String type, Collection<Fact> facts, String reason) {
        if (facts.isEmpty()) {
            return;
        }
        Actor by = by(facts.iterator().next().subject()); // one change is done by one right
        jdbc.sql("""
                insert into audit_entry (recorded_at, actor_id, on_behalf_of, type, reason, subject_type, subject_id, parameters)
                select :at, :actor, :behalf, :type, :reason, subject_type, subject_id, parameters::jsonb
                from unnest(:subjectTypes::text[], :subjectIds::text[], :parameters::text[]) as given (subject_type, subject_id, parameters)""")
            .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .param("actor", by.personId(), Types.BIGINT)
            .param("behalf", by.onBehalfOf(), Types.BIGINT)
            .param("type", type)
            .param("reason", readable(reason), Types.VARCHAR)
            .param("subjectTypes", facts.stream().map(fact -> fact.subject().type()).toArray(String[]::new))
            .param("subjectIds", facts.stream().map(fact -> fact.subject().id()).toArray(String[]::new))
            .param("parameters", facts.stream().map(fact -> write(fact.parameters())).toArray(String[]::new))
            .update();
    }

    /** The histories show it whole: what nobody would read is refused, whichever page it was typed on. */
    private static String readable(String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.ofField("reason", "audit.reasonTooLong", LONGEST_REASON);
        }
        return reason;
    }

    private Actor by(Subject subject) {
        CurrentActor known = actor.getIfAvailable();
        return known == null ? Actor.SYSTEM : known.current(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> about(Subject subject) {
        return jdbc.sql("select * from audit_entry where subject_type = ? and subject_id = ? order by id")
            .params(subject.type(), subject.id())
            .query(this::entry)
            .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        String type = row.getString("type");
        return new AuditEntry(row.getLong("id"), at, row.getObject("actor_id", Long.class),
            row.getObject("on_behalf_of", Long.class), type, inWords(type, row.getString("parameters")), row.getString("reason"));
    }

    private String inWords(String type, String parameters) {
        Map<String, String> values = read(parameters);
        return NAMED.replacePlaceholders(messages.getMessage("audit." + type, null, RUSSIAN), name -> valueInWords(name, values.get(name)));
    }

    /** A constant is worded by {@code audit.value.<parameter>.<constant>} where that exists, a day as ДД.ММ.ГГГГ. */
    private String valueInWords(String parameter, String value) {
        if (value == null) {
            return "—";
        }
        return ISO_DAY.matcher(value).matches() ? DAY.format(LocalDate.parse(value))
            : messages.getMessage("audit.value." + parameter + "." + value, null, value, RUSSIAN);
    }

    private String write(Map<String, ?> parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit parameters " + parameters, e);
        }
    }

    private Map<String, String> read(String parameters) {
        try {
            return json.readValue(parameters, PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("audit parameters " + parameters, e);
        }
    }
}
