package ru.marshrut.expertise.persistence;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.SampledSchool;

/** Rows of samples. */
@Repository
@Transactional
public class SampleRows {

    private static final String SCHOOL = """
        select id, expertise_id, school_id, school_year_id, origin, reason, excluded_at, excluded_reason, settled_at, process_instance_id
        from expertise_school\s""";

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SampledSchool get(long id) {
        return jdbc.sql(SCHOOL + "where id = ?").param(id).query(SampledSchool.class).optional()
            .orElseThrow(() -> new NoSuchElementException("sampled school " + id));
    }

    /** Nobody else changes it or its checks until the transaction ends. */
    public SampledSchool lock(long id) {
        return jdbc.sql(SCHOOL + "where id = ? for no key update").param(id).query(SampledSchool.class).optional()
            .orElseThrow(() -> new NoSuchElementException("sampled school " + id));
    }

    /** Excluded ones too, in the order in which they came in. */
    public List<SampledSchool> all(long expertiseId) {
        return jdbc.sql(SCHOOL + "where expertise_id = ? order by id").param(expertiseId).query(SampledSchool.class).list();
    }
}
