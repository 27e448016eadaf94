package ru.marshrut.peerreview.persistence;

import static ru.marshrut.peerreview.persistence.Rows.at;
import static ru.marshrut.peerreview.persistence.Rows.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.peerreview.Recommendation;
import ru.marshrut.peerreview.RecommendationContent;

/** Versions of the recommendation forms; a version is never changed. */
@Repository
public class RecommendationRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecommendationRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(long circleId, long reviewerId, boolean finished, RecommendationContent content, long author, Instant when) {
        jdbc.sql("""
                insert into recommendation (circle_id, reviewer_id, version, finished, content, author_id, saved_at)
                select ?, ?, coalesce(max(version), 0) + 1, ?, ?::jsonb, ?, ? from recommendation where circle_id = ? and reviewer_id = ?""")
            .params(circleId, reviewerId, finished, write(content), author, at(when), circleId, reviewerId).update();
    }

    public Optional<Recommendation> latest(long circleId, long reviewerId) {
        return versions(circleId, reviewerId).stream().findFirst();
    }

    /** The newest first. */
    public List<Recommendation> versions(long circleId, long reviewerId) {
        return jdbc.sql("select * from recommendation where circle_id = ? and reviewer_id = ? order by version desc")
            .params(circleId, reviewerId).query(this::recommendation).list();
    }

    private Recommendation recommendation(ResultSet row, int number) throws SQLException {
        return new Recommendation(row.getLong("circle_id"), row.getLong("reviewer_id"), row.getInt("version"), row.getBoolean("finished"),
            read(row.getString("content")), row.getLong("author_id"), instant(row, "saved_at"));
    }

    private String write(RecommendationContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("recommendation", e);
        }
    }

    private RecommendationContent read(String content) {
        try {
            return json.readValue(content, RecommendationContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recommendation", e);
        }
    }
}
