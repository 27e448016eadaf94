package ru.marshrut.work.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.ClosedTask;
import ru.marshrut.work.Due;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.Succession.GivenTask;
import ru.marshrut.work.Tasks.Extension;

/** The table of tasks as people see them. */
@Repository
@Transactional
public class TaskViews implements OpenTasks, OwedTasks {

    private static final String OPEN = "select * from task_view where closed_at is null ";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TaskViews(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(OpenTask task, Responsible wanted) {
        jdbc.sql("""
                insert into task_view (id, process_key, step, form, business_key, title, context, region_id, school_id, role, level,
                    place_id, wanted_role, wanted_level, wanted_place, only_for, assignee_id, opened_at, due_at, due_source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(task.id(), task.processKey(), task.step(), task.form(), task.businessKey(), task.title(), task.context(),
                task.regionId(), task.schoolId(), task.responsible().role().name(), task.responsible().place().level().name(),
                task.responsible().place().id(), wanted.role().name(), wanted.place().level().name(), wanted.place().id(), wanted.onlyFor(), task.assigneeId(), at(task.openedAt()),
                task.due() == null ? null : at(task.due().at()),
                task.due() == null ? null : task.due().source())
            .update();
    }

    public boolean wasClosedBefore(String processKey, String businessKey, String step, Long schoolId, Long onlyFor) {
        return jdbc.sql("""
                select exists (select from task_view where process_key = ? and business_key = ? and step = ?
                    and school_id is not distinct from ? and only_for is not distinct from ? and closed_at is not null)""")
            .params(processKey, businessKey, step, schoolId, onlyFor).query(Boolean.class).single();
    }

    public void close(String taskId, Instant when, Long by, Long onBehalfOf, boolean completed) {
        jdbc.sql("""
                update task_view set closed_at = ?, closed_by = ?, closed_for = ?, completed = ?, late = coalesce(? > due_at, false)
                where id = ? and closed_at is null""")
            .params(at(when), by, onBehalfOf, completed, at(when), taskId).update();
    }

    /** Open tasks that wait at a place, or would if somebody held the role there, and those that are only for somebody appointed there. */
    public List<GivenTask> waitingAt(Place place) {
        return jdbc.sql(OPEN + """
                and (level = :level and place_id = :place or wanted_level = :level and wanted_place = :place
                    or only_for in (select person_id from appointment where level = :level and place_id = :place))
                order by id""")
            .param("level", place.level().name()).param("place", place.id()).query(TaskViews::givenTask).list();
    }

    /** Open tasks that are not where the appointments of the day put them: nobody holds the role, the person no longer does or has returned, or a role below is held again. */
    public List<GivenTask> astray(Instant now, int limit) {
        return jdbc.sql("""
                with region_day as (select id, (:now at time zone time_zone)::date as today from region),
                held as materialized (select distinct d.today, h.role, h.level, h.place_id, h.person_id, h.acting_id
                    from (select distinct today from region_day) d cross join lateral standing_on(d.today) h)
                select t.* from task_view t join region_day d on d.id = t.region_id where t.closed_at is null and (
                    t.only_for is not null and t.assignee_id is distinct from (select min(h.acting_id) from held h
                        where h.today = d.today and h.person_id = t.only_for and h.role = t.role)
                    or t.only_for is null and (not exists (select from held h where h.today = d.today and h.level = t.level and h.place_id = t.place_id
                        and (h.role = t.role or h.role = 'PRINCIPAL' and t.role = 'SCHOOL_COORDINATOR'))
                    or t.assignee_id is not null and not exists (select from held h where h.today = d.today and h.acting_id = t.assignee_id
                        and h.role = t.role and h.level = t.level and h.place_id = t.place_id)
                    or t.given_to is not null and exists (select from held h where h.today = d.today and h.person_id = t.given_to
                        and h.role = t.role and h.level = t.level and h.place_id = t.place_id and h.acting_id is distinct from t.assignee_id)
                    or t.wanted_role <> t.role and exists (select from held h where h.today = d.today and h.role = t.wanted_role
                        and h.level = t.wanted_level and h.place_id = t.wanted_place)))
                order by t.id limit :limit""")
            .param("now", at(now)).param("limit", limit).query(TaskViews::givenTask).list();
    }

    /** A task becomes one person's among those who hold the role. */
    public void giveByName(String taskId, long personId, Long assigneeId) {
        jdbc.sql("update task_view set given_to = ?, assignee_id = ? where id = ?").params(personId, assigneeId, taskId).update();
    }

    public void give(String taskId, Responsible responsible, Long assigneeId) {
        jdbc.sql("update task_view set role = ?, level = ?, place_id = ?, assignee_id = ? where id = ?")
            .params(responsible.role().name(), responsible.place().level().name(), responsible.place().id(), assigneeId, taskId).update();
    }

    /** A task that is only for one person becomes another's. */
    public void handTo(String taskId, long personId, Long assigneeId) {
        jdbc.sql("update task_view set only_for = ?, assignee_id = ? where id = ?").params(personId, assigneeId, taskId).update();
    }

    public void move(String taskId, Due due) {
        jdbc.sql("update task_view set due_at = ?, due_source = ? where id = ?").params(at(due.at()), due.source(), taskId).update();
    }

    @Override
    public Optional<OpenTask> byId(String id) {
        return jdbc.sql(OPEN + "and id = ?").param(id).query(TaskViews::openTask).optional();
    }

    public Optional<OpenTask> byIdEvenClosed(String id) {
        return jdbc.sql("select * from task_view where id = ?").param(id).query(TaskViews::openTask).optional();
    }

    public Optional<OpenTask> lock(String id) {
        return jdbc.sql(OPEN + "and id = ? for no key update").param(id).query(TaskViews::openTask).optional();
    }

    /** Those of the tasks that are open, the most urgent first. */
    public List<OpenTask> allOpen(Collection<String> ids) {
        return jdbc.sql(OPEN + "and id = any(?) order by coalesce(due_at, 'infinity'), id").param(ids.toArray(String[]::new))
            .query(TaskViews::openTask).list();
    }

    /** The tasks, closed ones too. */
    public List<OpenTask> all(Collection<String> ids) {
        return jdbc.sql("select * from task_view where id = any(?)").param(ids.toArray(String[]::new)).query(TaskViews::openTask).list();
    }

    /** To whom the process gave an open task; another role may hold it while nobody holds that one. */
    public Responsible wanted(String id) {
        return jdbc.sql(OPEN + "and id = ?").param(id).query(TaskViews::givenTask).single().wanted();
    }

    /** What tasks belong to, as the audit trail names it, with how many of them each. */
    public Map<Subject, Integer> aggregates(Collection<String> ids) {
        Map<Subject, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select process_key, business_key, count(*) from task_view where id = any(?) group by 1, 2 order by 1, 2")
            .param(ids.toArray(String[]::new)).query(row -> {
                counts.put(Subject.of(row.getString(1), row.getString(2)), row.getInt(3));
            });
        return counts;
    }

    @Override
    public List<OpenTask> dueBefore(Instant instant, String afterTaskId, int limit) {
        return jdbc.sql(OPEN + "and due_at < ? and id > ? order by id limit ?").params(at(instant), afterTaskId, limit)
            .query(TaskViews::openTask).list();
    }

    @Override
    public List<OpenTask> waitingFor(long personId) {
        return jdbc.sql("""
                select t.* from task_view t join region r on r.id = t.region_id
                where t.closed_at is null and exists (
                    select from acting a
                    where a.acting_id = :person
                      and (t.only_for is null and a.level = t.level and a.place_id = t.place_id
                              and (a.role = t.role or a.role = 'PRINCIPAL' and t.role = 'SCHOOL_COORDINATOR')
                          or a.person_id = t.only_for and a.role = t.role)
                      and a.starts_on <= (:now at time zone r.time_zone)::date
                      and (a.ends_on is null or a.ends_on >= (:now at time zone r.time_zone)::date))
                order by t.due_at nulls last, t.opened_at limit :limit""")
            .param("person", personId).param("now", at(clock.instant())).param("limit", PAGE).query(TaskViews::openTask).list();
    }

    @Override
    public List<OpenTask> of(String processKey, String businessKey) {
        return jdbc.sql(OPEN + "and process_key = ? and business_key = ? order by opened_at, id").params(processKey, businessKey)
            .query(TaskViews::openTask).list();
    }

    @Override
    public List<OpenTask> within(Place place, int limit) {
        return owed(new Owed(place, null, null), "", limit);
    }

    @Override
    public List<OpenTask> ofAll(String processKey, Collection<String> businessKeys) {
        return jdbc.sql(OPEN + "and process_key = ? and business_key = any(?) order by due_at nulls last, id")
            .params(processKey, businessKeys.toArray(String[]::new)).query(TaskViews::openTask).list();
    }

    @Override
    public List<OpenTask> owed(Owed owed, String afterTaskId, int limit) {
        StringBuilder sql = new StringBuilder(OPEN).append("and ").append(within(owed.place()));
        List<Object> values = new ArrayList<>(ids(owed.place()));
        if (owed.step() != null) {
            sql.append(" and step = ?");
            values.add(owed.step());
        }
        if (owed.overdueAt() != null) {
            sql.append(" and due_at < ?");
            values.add(at(owed.overdueAt()));
        }
        if (!afterTaskId.isEmpty()) {
            sql.append(" and (coalesce(due_at, 'infinity'), id) > (select coalesce(due_at, 'infinity'), id from task_view where id = ?)");
            values.add(afterTaskId);
        }
        values.add(limit);
        return jdbc.sql(sql + " order by coalesce(due_at, 'infinity'), id limit ?").params(values).query(TaskViews::openTask).list();
    }

    @Override
    public Totals totals(Place place, Instant now) {
        List<Object> values = new ArrayList<>(List.of(at(now)));
        values.addAll(ids(place));
        return jdbc.sql("select count(*) as open, count(*) filter (where due_at < ?) as overdue from task_view where closed_at is null and "
            + within(place)).params(values).query(Totals.class).single();
    }

    @Override
    public List<StepCount> stepsWithin(Place place) {
        return jdbc.sql("select step, min(title) as title, count(*) as open from task_view where closed_at is null and " + within(place)
            + " group by step order by count(*) desc, step").params(ids(place)).query(StepCount.class).list();
    }

    /** What is only for one person is listed at its own place and above: a school does not see here who checks it. */
    private static String within(Place place) {
        return switch (place.level()) {
            case FEDERATION -> "true";
            case REGION -> "region_id = ? and (only_for is null or level <> 'FEDERATION')";
            case MUNICIPALITY -> "(school_id in (select id from school where municipality_id = ?) and (only_for is null or level = 'SCHOOL')"
                + " or level = 'MUNICIPALITY' and place_id = ?)";
            case SCHOOL -> "school_id = ? and (only_for is null or level = 'SCHOOL')";
        };
    }

    /** Values for {@link #within}. */
    private static List<Object> ids(Place place) {
        return switch (place.level()) {
            case FEDERATION -> List.of();
            case REGION, SCHOOL -> List.of(place.id());
            case MUNICIPALITY -> List.of(place.id(), place.id());
        };
    }

    public List<ClosedTask> closedOf(String processKey, String businessKey) {
        return jdbc.sql("""
                select * from task_view where process_key = ? and business_key = ? and closed_at is not null
                order by closed_at desc, id""")
            .params(processKey, businessKey).query(TaskViews::closedTask).list();
    }

    public Optional<ClosedTask> closed(String id) {
        return jdbc.sql("select * from task_view where id = ? and closed_at is not null").param(id).query(TaskViews::closedTask).optional();
    }

    public void saveDraft(String taskId, long personId, FormInput input, Instant when) {
        jdbc.sql("""
                insert into task_draft (task_id, person_id, content, saved_at) values (?, ?, ?::jsonb, ?)
                on conflict (task_id, person_id) do update set content = excluded.content, saved_at = excluded.saved_at""")
            .params(taskId, personId, write(input), at(when)).update();
    }

    public FormInput draft(String taskId, long personId) {
        return jdbc.sql("select content from task_draft where task_id = ? and person_id = ?").params(taskId, personId)
            .query(String.class).optional().map(this::read).orElse(FormInput.EMPTY);
    }

    public void deleteDrafts(String taskId) {
        jdbc.sql("delete from task_draft where task_id = ?").param(taskId).update();
    }

    /** Of a step that several do apart, each asks for himself. */
    public boolean hasUndecidedExtension(OpenTask task) {
        return jdbc.sql("""
                select exists (select from extension where process_key = ? and business_key = ? and step = ? and granted is null
                    and (?::bigint is null or task_id = ?))""")
            .params(task.processKey(), task.businessKey(), task.step(), task.onlyFor(), task.id()).query(Boolean.class).single();
    }

    public long addExtension(OpenTask task, LocalDate until, String reason, long by, Instant when) {
        return jdbc.sql("""
                insert into extension (task_id, process_key, business_key, step, requested_until, reason, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
            .params(task.id(), task.processKey(), task.businessKey(), task.step(), until, reason, by, at(when)).query(Long.class).single();
    }

    public Extension extension(long id) {
        return jdbc.sql("select * from extension where id = ?").param(id).query(Extension.class).optional()
            .orElseThrow(() -> new NoSuchElementException("extension " + id));
    }

    public void decideExtension(long id, LocalDate grantedUntil, String reason, long by, Instant when) {
        jdbc.sql("""
                update extension set granted = ?, granted_until = ?, decision_reason = ?, decided_by = ?, decided_at = ? where id = ?""")
            .params(grantedUntil != null, grantedUntil, reason, by, at(when), id).update();
    }

    public List<Extension> extensionsOf(String processKey, String businessKey) {
        return jdbc.sql("select * from extension where process_key = ? and business_key = ? order by id").params(processKey, businessKey)
            .query(Extension.class).list();
    }

    public List<Extension> undecidedExtensions(String processKey, Collection<String> businessKeys) {
        return jdbc.sql("select * from extension where process_key = ? and business_key = any(?) and granted is null order by id")
            .params(processKey, businessKeys.toArray(String[]::new)).query(Extension.class).list();
    }

    private static OpenTask openTask(ResultSet row, int number) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new OpenTask(row.getString("id"), row.getString("process_key"), row.getString("step"), row.getString("form"),
            row.getString("business_key"), row.getString("title"), row.getString("context"), row.getLong("region_id"),
            row.getObject("school_id", Long.class), responsible(row), row.getObject("assignee_id", Long.class),
            instant(row, "opened_at"), due == null ? null : new Due(due.toInstant(), row.getString("due_source")));
    }

    private static GivenTask givenTask(ResultSet row, int number) throws SQLException {
        return new GivenTask(openTask(row, number), new Responsible(Role.valueOf(row.getString("wanted_role")),
            new Place(Level.valueOf(row.getString("wanted_level")), row.getLong("wanted_place")), row.getObject("only_for", Long.class)), row.getObject("given_to", Long.class));
    }

    private static ClosedTask closedTask(ResultSet row, int number) throws SQLException {
        return new ClosedTask(row.getString("id"), row.getString("title"), row.getString("context"),
            row.getObject("school_id", Long.class), responsible(row), instant(row, "closed_at"),
            row.getObject("closed_by", Long.class), row.getObject("closed_for", Long.class), row.getBoolean("completed"), row.getBoolean("late"));
    }

    private static Responsible responsible(ResultSet row) throws SQLException {
        return new Responsible(Role.valueOf(row.getString("role")), new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")),
            row.getObject("only_for", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String write(FormInput input) {
        try {
            return json.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("draft", e);
        }
    }

    private FormInput read(String content) {
        try {
            return json.readValue(content, FormInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("draft", e);
        }
    }
}
