package ru.marshrut.expertise.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Fact;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.Suggestion;

/** Scores with the facts from which they were suggested, as columns hold them. */
@Component
class FactsColumn {

    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;

    FactsColumn(ObjectMapper json) {
        this.json = json;
    }

    String write(Suggestion suggestion) {
        try {
            return json.writeValueAsString(suggestion == null ? List.of() : suggestion.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts " + suggestion, e);
        }
    }

    /** Columns {@code criterion_id, points, comment, suggested, facts, against_reason}. */
    Score score(ResultSet row, int number) throws SQLException {
        Integer suggested = row.getObject("suggested", Integer.class);
        try {
            return new Score(row.getLong("criterion_id"), row.getInt("points"), row.getString("comment"),
                suggested == null ? null : new Suggestion(suggested, json.readValue(row.getString("facts"), FACTS)), row.getString("against_reason"));
        } catch (JsonProcessingException e) {
            throw new SQLException("facts of criterion " + row.getLong("criterion_id"), e);
        }
    }
}
