package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.territory.Place;

/** Rows of expertises. */
@Repository
@Transactional
public class ExpertiseRows {

    private static final String EXPERTISE = """
        select e.id, e.region_id, e.year, e.stage, e.rubric_id, e.decisions, e.status, e.sample_rule, e.sample_size, e.by_risk, e.seed,
            e.experts_per_school, e.dispute_step, e.check_until, e.appeal_days, e.opened_by, e.opened_at, e.released_at, e.appeals_until,
            e.locked_at, e.cancelled_reason, e.process_instance_id from expertise e\s""";

    private final JdbcClient jdbc;

    ExpertiseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the new expertise's id */
    public long add(New expertise) {
        return jdbc.sql("""
                insert into expertise (region_id, year, stage, rubric_id, sample_rule, sample_size, by_risk, seed, experts_per_school,
                    dispute_step, check_until, appeal_days, opened_by, opened_at)
                values (:regionId, :year, :stage, :rubricId, :rule, :sampleSize, :byRisk, :seed, :expertsPerSchool, :disputeStep,
                    :checkUntil, :appealDays, :openedBy, :at) returning id""")
            .param("regionId", expertise.regionId()).param("year", expertise.year()).param("stage", expertise.stage())
            .param("rubricId", expertise.rubricId()).param("rule", expertise.sampleRule().name()).param("sampleSize", expertise.sampleSize())
            .param("byRisk", expertise.byRisk()).param("seed", expertise.seed()).param("expertsPerSchool", expertise.expertsPerSchool())
            .param("disputeStep", expertise.disputeStep()).param("checkUntil", expertise.checkUntil()).param("appealDays", expertise.appealDays())
            .param("openedBy", expertise.openedBy()).param("at", expertise.openedAt().atOffset(ZoneOffset.UTC))
            .query(Long.class).single();
    }

    /** What a coordinator decides when he opens one. */
    public record New(long regionId, int year, int stage, long rubricId, SampleRule sampleRule, int sampleSize, boolean byRisk, long seed,
                      int expertsPerSchool, int disputeStep, LocalDate checkUntil, int appealDays, long openedBy, Instant openedAt) {}

    public Expertise get(long id) {
        return jdbc.sql(EXPERTISE + "where e.id = ?").param(id).query(Expertise.class).optional()
            .orElseThrow(() -> new NoSuchElementException("expertise " + id));
    }

    /** Nobody else changes it until the transaction ends. */
    public Expertise lock(long id) {
        return jdbc.sql(EXPERTISE + "where e.id = ? for no key update").param(id).query(Expertise.class).optional()
            .orElseThrow(() -> new NoSuchElementException("expertise " + id));
    }

    public Optional<Expertise> of(long regionId, int year, int stage) {
        return jdbc.sql(EXPERTISE + "where e.region_id = ? and e.year = ? and e.stage = ? and e.status <> 'CANCELLED'")
            .params(regionId, year, stage).query(Expertise.class).optional();
    }

    public List<Expertise> touching(Place place) {
        String regions = switch (place.level()) {
            case FEDERATION -> "? = 0";
            case REGION -> "e.region_id = ?";
            case MUNICIPALITY -> "e.region_id = (select region_id from municipality where id = ?)";
            case SCHOOL -> "e.region_id = (select m.region_id from school s join municipality m on m.id = s.municipality_id where s.id = ?)";
        };
        return jdbc.sql(EXPERTISE + "where " + regions + " order by e.year desc, e.stage desc, e.id desc").param(place.id())
            .query(Expertise.class).list();
    }

    public void setInstance(long id, String processInstanceId, String decisions) {
        jdbc.sql("update expertise set process_instance_id = ?, decisions = ? where id = ?").params(processInstanceId, decisions, id).update();
    }

    public void setStatus(long id, Status status) {
        jdbc.sql("update expertise set status = ? where id = ?").params(status.name(), id).update();
    }

    public void cancel(long id, String reason) {
        jdbc.sql("update expertise set status = 'CANCELLED', cancelled_reason = ? where id = ?").params(reason, id).update();
    }

    /** Whoever opens another one in the region waits until the transaction ends. */
    public void lockRegion(long regionId) {
        jdbc.sql("select id from region where id = ? for no key update").param(regionId).query(Long.class).single();
    }

    /** How many schools of a region have a year of the programme. */
    public int schoolYears(long regionId, int year) {
        return jdbc.sql("select count(*) from school_year where region_id = ? and year = ?").params(regionId, year).query(Integer.class).single();
    }
}
