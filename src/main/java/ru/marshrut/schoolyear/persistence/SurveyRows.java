package ru.marshrut.schoolyear.persistence;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.profile.Survey;
import ru.marshrut.schoolyear.profile.Surveys.Count;

/** Groups of the survey, and how many of them took part. */
@Repository
public class SurveyRows {

    private final JdbcClient jdbc;

    SurveyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Survey survey(long yearId) {
        return new Survey(jdbc.sql("""
                select code, name, invited, answered from survey_group
                left join survey_count on group_code = code and school_year_id = ? order by position, code""")
            .param(yearId).query(Survey.Group.class).list());
    }

    public void put(long yearId, Map<String, Count> counts) {
        List<Map.Entry<String, Count>> rows = List.copyOf(counts.entrySet());
        jdbc.sql("""
                insert into survey_count (school_year_id, group_code, invited, answered) select ?, * from unnest(?, ?, ?)
                on conflict (school_year_id, group_code) do update set invited = excluded.invited, answered = excluded.answered""")
            .params(yearId, rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
                rows.stream().map(row -> row.getValue().invited()).toArray(Integer[]::new),
                rows.stream().map(row -> row.getValue().answered()).toArray(Integer[]::new)).update();
    }
}
