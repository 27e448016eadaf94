package ru.marshrut.expertise.persistence;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.FactKind;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;

/** Rows of rubrics with their criteria and levels; however many are read, two statements. */
@Repository
@Transactional
public class RubricRows {

    private static final String RUBRIC = """
        select r.id, r.code, r.version, r.title, r.stage, r.declared_content, r.declared_organisational, r.source,
            r.published_at is not null as published from rubric r\s""";

    private final JdbcClient jdbc;

    RubricRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drafts too. */
    public Rubric get(long id) {
        return whole(jdbc.sql(RUBRIC + "where r.id = ?").param(id).query(Head.class).list()).stream().findFirst()
            .orElseThrow(() -> new NoSuchElementException("rubric " + id));
    }

    public List<Rubric> latest(int stage) {
        return whole(jdbc.sql(RUBRIC + """
            where r.stage = ? and r.published_at is not null
                and not exists (select from rubric later where later.code = r.code and later.version > r.version and later.published_at is not null)
            order by r.published_at desc, r.code desc""").param(stage).query(Head.class).list());
    }

    /** Drafts too, the latest version of each first. */
    public List<Rubric> all() {
        return whole(jdbc.sql(RUBRIC + "order by r.code desc, r.version desc").query(Head.class).list());
    }

    /** Nobody else changes it until the transaction ends. */
    public Rubric lock(long id) {
        jdbc.sql("select id from rubric where id = ? for no key update").param(id).query(Long.class).optional()
            .orElseThrow(() -> new NoSuchElementException("rubric " + id));
        return get(id);
    }

    /** The latest version of a rubric, a draft too. */
    public long latestOf(String code) {
        return jdbc.sql("select id from rubric where code = ? order by version desc limit 1").param(code).query(Long.class).single();
    }

    /** @return id of the next version, as yet without criteria */
    public long addDraft(Rubric before, long madeBy) {
        return jdbc.sql("""
                insert into rubric (code, version, title, stage, declared_content, declared_organisational, source, made_by)
                select code, version + 1, title, stage, declared_content, declared_organisational, source, ? from rubric where id = ? returning id""")
            .params(madeBy, before.id()).query(Long.class).single();
    }

    public void setHead(long id, String title, String source, Integer declaredContent, Integer declaredOrganisational) {
        jdbc.sql("update rubric set title = ?, source = ?, declared_content = ?, declared_organisational = ? where id = ?")
            .params(title, source, declaredContent, declaredOrganisational, id).update();
    }

    /** Instead of those that the draft has; ids and positions follow from the order. */
    public void setCriteria(long id, List<Criterion> criteria) {
        removeCriteria(id);
        for (int i = 0; i < criteria.size(); i++) {
            Criterion one = criteria.get(i);
            String facts = one.facts() == null ? null : one.facts().name();
            long criterion = jdbc.sql("""
                    insert into criterion (rubric_id, code, part, position, title, maximum, source, facts)
                    values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(id, one.code(), one.part().name(), i + 1, one.title(), one.maximum(), one.source(), facts).query(Long.class).single();
            one.levels().forEach(level -> jdbc.sql("insert into criterion_level (criterion_id, points, words) values (?, ?, ?)")
                .params(criterion, level.points(), level.words()).update());
        }
    }

    public void publish(long id, Instant at) {
        jdbc.sql("update rubric set published_at = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), id).update();
    }

    public void remove(long id) {
        removeCriteria(id);
        jdbc.sql("delete from rubric where id = ?").param(id).update();
    }

    private void removeCriteria(long id) {
        jdbc.sql("delete from criterion_level l using criterion c where c.id = l.criterion_id and c.rubric_id = ?").param(id).update();
        jdbc.sql("delete from criterion where rubric_id = ?").param(id).update();
    }

    private List<Rubric> whole(List<Head> heads) {
        Map<Long, List<Row>> rows = heads.isEmpty() ? Map.of() : jdbc.sql("""
                select c.id, c.rubric_id, c.code, c.part, c.position, c.title, c.maximum, c.source, c.facts, l.points, l.words
                from criterion c left join criterion_level l on l.criterion_id = c.id
                where c.rubric_id in (:ids) order by c.part, c.position, c.id, l.points""")
            .param("ids", heads.stream().map(Head::id).toList()).query(Row.class).list().stream().collect(groupingBy(Row::rubricId));
        return heads.stream().map(head -> head.with(criteria(rows.getOrDefault(head.id(), List.of())))).toList();
    }

    private static List<Criterion> criteria(List<Row> rows) {
        Map<Long, List<Row>> byCriterion = rows.stream().collect(groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        return byCriterion.values().stream().map(RubricRows::criterion).toList();
    }

    private static Criterion criterion(Collection<Row> levels) {
        Row row = levels.iterator().next();
        List<Level> points = new ArrayList<>();
        levels.stream().filter(level -> level.points() != null).forEach(level -> points.add(new Level(level.points(), level.words())));
        return new Criterion(row.id(), row.code(), row.part(), row.position(), row.title(), row.maximum(), row.source(), row.facts(), points);
    }

    record Head(long id, String code, int version, String title, int stage, Integer declaredContent, Integer declaredOrganisational,
                String source, boolean published) {

        Rubric with(List<Criterion> criteria) {
            return new Rubric(id, code, version, title, stage, declaredContent, declaredOrganisational, source, published, criteria);
        }
    }

    record Row(long id, long rubricId, String code, Part part, int position, String title, int maximum, String source, FactKind facts,
               Integer points, String words) {}
}
