package ru.marshrut.peerreview.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Partnerships;

/** Partners of the circles that run. */
@Repository
class RunningPartnerships implements Partnerships {

    private final JdbcClient jdbc;

    RunningPartnerships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Set<Long>> partnersIn(long regionId) {
        record Pair(long schoolId, long partnerId) {}
        return jdbc.sql("""
                select one.school_id, other.school_id as partner_id
                from review_round r join review_circle c on c.round_id = r.id and c.status = 'RUNNING'
                join circle_side one on one.circle_id = c.id and not one.withdrawn
                join circle_side other on other.circle_id = c.id and other.school_id <> one.school_id and not other.withdrawn
                where r.region_id = ?""")
            .param(regionId).query(Pair.class).stream().collect(groupingBy(Pair::schoolId, mapping(Pair::partnerId, toSet())));
    }
}
