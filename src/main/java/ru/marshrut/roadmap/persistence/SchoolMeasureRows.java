package ru.marshrut.roadmap.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.OutcomeKind;

/** The documents that measures ask of schools. */
@Repository
public class SchoolMeasureRows {

    private static final String SELECT = """
        select id, measure_id, school_id, year, outcome, process_instance_id, placed_on, placed_by, confirmed_on, confirmed_by, returned,
            counted_at is not null as counted, withdrawn_at is not null as withdrawn from school_measure\s""";

    private final JdbcClient jdbc;

    SchoolMeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(long measureId, long schoolId, int year, OutcomeKind outcome) {
        return jdbc.sql("insert into school_measure (measure_id, school_id, year, outcome) values (?, ?, ?, ?) returning id")
            .params(measureId, schoolId, year, outcome.name()).query(Long.class).single();
    }

    public SchoolMeasure get(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(SchoolMeasure.class).optional()
            .orElseThrow(() -> new NoSuchElementException("school measure " + id));
    }

    /** Schools of which the outcome is asked in the year, or was placed. */
    public Set<Long> asked(int year, OutcomeKind outcome) {
        return jdbc.sql("select school_id from school_measure where year = ? and outcome = ? and withdrawn_at is null")
            .params(year, outcome.name()).query(Long.class).stream().collect(Collectors.toSet());
    }

    public List<SchoolMeasure> ofMeasure(long measureId) {
        return jdbc.sql(SELECT + "where measure_id = ? order by id").param(measureId).query(SchoolMeasure.class).list();
    }

    /** Documents that are still asked of these schools for the outcome. */
    public List<SchoolMeasure> open(int year, OutcomeKind outcome, Collection<Long> schoolIds) {
        return jdbc.sql(SELECT + "where year = ? and outcome = ? and school_id = any(?) and counted_at is null and withdrawn_at is null order by id")
            .params(year, outcome.name(), schoolIds.toArray(Long[]::new)).query(SchoolMeasure.class).list();
    }

    public void started(long id, String instance) {
        jdbc.sql("update school_measure set process_instance_id = ? where id = ?").params(instance, id).update();
    }

    public void place(long id, LocalDate on, long by) {
        jdbc.sql("update school_measure set placed_on = ?, placed_by = ?, returned = null where id = ?").params(on, by, id).update();
    }

    public void confirm(long id, LocalDate on, long by) {
        jdbc.sql("update school_measure set confirmed_on = ?, confirmed_by = ?, returned = null where id = ?").params(on, by, id).update();
    }

    public void sendBack(long id, String words) {
        jdbc.sql("update school_measure set placed_on = null, returned = ? where id = ?").params(words, id).update();
    }

    public void count(long id, Instant when) {
        jdbc.sql("update school_measure set counted_at = coalesce(counted_at, ?) where id = ?").params(Columns.at(when), id).update();
    }

    public void withdraw(long id, Instant when) {
        jdbc.sql("update school_measure set withdrawn_at = ? where id = ?").params(Columns.at(when), id).update();
    }

    public void handOver(long id, long measureId) {
        jdbc.sql("update school_measure set measure_id = ? where id = ?").params(measureId, id).update();
    }

    /** @param returned the curator's words where the document was sent back, else null */
    public record SchoolMeasure(long id, long measureId, long schoolId, int year, OutcomeKind outcome, String processInstanceId,
                                LocalDate placedOn, Long placedBy, LocalDate confirmedOn, Long confirmedBy, String returned,
                                boolean counted, boolean withdrawn) {

        public boolean isOpen() {
            return !counted && !withdrawn;
        }
    }
}
