package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.profile.Activation;
import ru.marshrut.schoolyear.profile.Activation.Choice;

/** Directions that schools sent for activation, and their curators' answers. */
@Repository
public class ActivationRows {

    private final JdbcClient jdbc;

    ActivationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Chosen(long activationId, String direction, boolean chosen, String reason) {}

    /** Oldest first. */
    public List<Activation> of(long yearId) {
        Map<Long, List<Chosen>> choices = jdbc.sql("""
                select activation_id, direction, chosen, reason from risk_choice join risk_activation on id = activation_id
                join risk_direction on code = direction where school_year_id = ? order by position""")
            .param(yearId).query(Chosen.class).list().stream().collect(groupingBy(Chosen::activationId));
        return jdbc.sql("select * from risk_activation where school_year_id = ? order by id").param(yearId)
            .query((row, number) -> activation(row, choices.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    public void send(long yearId, List<Choice> choices, long personId, LocalDate on, Instant at) {
        long id = jdbc.sql("insert into risk_activation (school_year_id, sent_by, sent_on, sent_at) values (?, ?, ?, ?) returning id")
            .params(yearId, personId, on, at.atOffset(ZoneOffset.UTC)).query(Long.class).single();
        jdbc.sql("insert into risk_choice (activation_id, direction, chosen, reason) select ?, * from unnest(?, ?, ?)")
            .params(id, choices.stream().map(Choice::direction).toArray(String[]::new),
                choices.stream().map(Choice::chosen).toArray(Boolean[]::new), choices.stream().map(Choice::reason).toArray(String[]::new)).update();
    }

    public void answer(long id, boolean confirmed, String comment, long personId, Instant at) {
        jdbc.sql("update risk_activation set confirmed = ?, comment = ?, decided_by = ?, decided_at = ? where id = ?")
            .params(confirmed, comment, personId, at.atOffset(ZoneOffset.UTC), id).update();
    }

    private static Activation activation(ResultSet row, List<Chosen> choices) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Activation(row.getLong("id"), row.getLong("sent_by"), row.getObject("sent_on", LocalDate.class),
            row.getObject("confirmed", Boolean.class), row.getString("comment"), row.getObject("decided_by", Long.class),
            decidedAt == null ? null : decidedAt.toInstant(),
            choices.stream().map(choice -> new Choice(choice.direction(), choice.chosen(), choice.reason())).toList());
    }
}
