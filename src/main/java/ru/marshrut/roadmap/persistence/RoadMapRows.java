package ru.marshrut.roadmap.persistence;

import static ru.marshrut.roadmap.persistence.Columns.date;
import static ru.marshrut.roadmap.persistence.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapLine;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** Road maps, each with the order of its approved version. */
@Repository
public class RoadMapRows {

    static final String ROAD_MAP = """
        select m.*, g.time_zone, v.number as version, v.order_number, v.order_date, v.effective_from
        from road_map m left join region g on g.id = m.region_id
        left join lateral (select * from road_map_version where road_map_id = m.id order by number desc limit 1) v on true
        """;

    private static final String LINE = """
        select m.*, g.time_zone, v.number as version, v.order_number, v.order_date, v.effective_from,
            coalesce(u.name, g.name, '') as place_name, exists (select 1 from road_map_draft d where d.road_map_id = m.id) as has_draft
        from road_map m left join region g on g.id = m.region_id
        left join municipality u on m.level = 'MUNICIPALITY' and u.id = m.place_id
        left join lateral (select * from road_map_version where road_map_id = m.id order by number desc limit 1) v on true
        """;

    private final JdbcClient jdbc;

    RoadMapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id, or empty where the place has one of this title in the year */
    public Optional<Long> add(Place place, Long regionId, int year, String title) {
        return jdbc.sql("insert into road_map (level, place_id, region_id, year, title) values (?, ?, ?, ?, ?) on conflict do nothing returning id")
            .params(place.level().name(), place.id(), regionId, year, title).query(Long.class).optional();
    }

    public boolean exists(Place place, int year, String title) {
        return jdbc.sql("select exists (select 1 from road_map where level = ? and place_id = ? and year = ? and title = ?)")
            .params(place.level().name(), place.id(), year, title).query(Boolean.class).single();
    }

    public RoadMap roadMap(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("road map " + id));
    }

    public Optional<RoadMap> find(long id) {
        return jdbc.sql(ROAD_MAP + "where m.id = ?").param(id).query(RoadMapRows::roadMap).optional();
    }

    public Optional<RoadMap> ofMeasure(long measureId) {
        return jdbc.sql(ROAD_MAP + "where m.id = (select road_map_id from measure where id = ?)").param(measureId).query(RoadMapRows::roadMap).optional();
    }

    /** How often it was approved. */
    public int approvedVersions(long id) {
        return jdbc.sql("select coalesce(max(number), 0) from road_map_version where road_map_id = ?").param(id).query(Integer.class).single();
    }

    /** Until the end of the transaction nobody else changes or approves it. */
    public void lock(long id) {
        jdbc.sql("select id from road_map where id = ? for no key update").param(id).query(Long.class).optional();
    }

    /** Approved ones of a year that hold for a place, the widest first. */
    public List<RoadMap> above(Place place, int year) {
        return jdbc.sql("""
                with own as (
                    select ?::text as level, ?::bigint as id),
                school_of as (select s.municipality_id, s.region_id from school s join own on own.level = 'SCHOOL' and s.id = own.id),
                municipality_of as (
                    select u.id, u.region_id from municipality u join own on own.level = 'MUNICIPALITY' and u.id = own.id
                    union all select municipality_id, region_id from school_of),
                region_of as (
                    select own.id from own where own.level = 'REGION' union all select region_id from municipality_of)
                """ + ROAD_MAP + """
                where v.number is not null and m.year = ? and (m.level = 'FEDERATION'
                    or m.level = 'REGION' and m.place_id in (select id from region_of)
                    or m.level = 'MUNICIPALITY' and m.place_id in (select id from municipality_of))
                order by array_position(array['FEDERATION', 'REGION', 'MUNICIPALITY'], m.level), m.title""")
            .params(place.level().name(), place.id(), year).query(RoadMapRows::roadMap).list();
    }

    /** Approved ones of a year that hold for any of the municipalities. */
    public List<RoadMap> aboveAll(Collection<Long> municipalityIds, int year) {
        Long[] municipalities = municipalityIds.toArray(Long[]::new);
        return jdbc.sql(ROAD_MAP + """
                where v.number is not null and m.year = ? and (m.level = 'FEDERATION' or m.level = 'MUNICIPALITY' and m.place_id = any(?)
                    or m.level = 'REGION' and m.place_id in (select region_id from municipality where id = any(?)))
                order by array_position(array['FEDERATION', 'REGION', 'MUNICIPALITY'], m.level), m.place_id, m.title""")
            .params(year, municipalities, municipalities).query(RoadMapRows::roadMap).list();
    }

    public Map<Long, Long> regionsOf(Collection<Long> municipalityIds) {
        Map<Long, Long> regions = new HashMap<>();
        jdbc.sql("select id, region_id from municipality where id = any(?)").param(municipalityIds.toArray(Long[]::new))
            .query(row -> {
                regions.put(row.getLong("id"), row.getLong("region_id"));
            });
        return regions;
    }

    public List<RoadMap> within(Place place, int year) {
        String where = switch (place.level()) {
            case FEDERATION -> "? = 0";
            case REGION -> "m.region_id = ?";
            case MUNICIPALITY -> "m.level = 'MUNICIPALITY' and m.place_id = ?";
            case SCHOOL -> "false and ? = 0"; // a school has none of its own
        };
        return jdbc.sql(ROAD_MAP + "where m.year = ? and (" + where + """
                ) order by array_position(array['FEDERATION', 'REGION', 'MUNICIPALITY'], m.level), m.region_id, m.place_id, m.title""")
            .params(year, place.id()).query(RoadMapRows::roadMap).list();
    }

    /**
     * Road maps of a year that somebody may see: the federation's, those of regions and municipalities above him, all within the
     * places that he sees as a whole, and those that he controls. What is not approved yet only where he coordinates.
     *
     * @param all          whether he sees the federation as a whole
     * @param regions      above him
     * @param wholeRegions that he sees as a whole
     * @param coordinated  places that he coordinates, with what lies below them
     * @param words        that the title or the place's name contains, or empty
     */
    public List<RoadMapLine> visible(int year, boolean all, Collection<Long> regions, Collection<Long> municipalities,
                                     Collection<Long> wholeRegions, Collection<Place> coordinated, long personId, String words, int limit) {
        Long[] coordinatedRegions = ids(coordinated, Level.REGION);
        return jdbc.sql(LINE + """
                where m.year = ? and (m.level = 'FEDERATION' or ? or m.region_id = any(?) or m.controller_id = ?
                    or m.level = 'REGION' and m.place_id = any(?) or m.level = 'MUNICIPALITY' and m.place_id = any(?))
                    and (v.number is not null or ? or m.region_id = any(?)
                        or m.level = 'MUNICIPALITY' and m.place_id = any(?))
                    and (? = '' or m.title ilike ? or coalesce(u.name, g.name, '') ilike ?)
                order by array_position(array['FEDERATION', 'REGION', 'MUNICIPALITY'], m.level), g.name, place_name, m.title limit ?""")
            .params(year, all, wholeRegions.toArray(Long[]::new), personId, regions.toArray(Long[]::new), municipalities.toArray(Long[]::new),
                coordinated.contains(Place.FEDERATION), coordinatedRegions, ids(coordinated, Level.MUNICIPALITY), words, like(words),
                like(words), limit)
            .query(RoadMapRows::line).list();
    }

    public void setController(long id, Long personId) {
        jdbc.sql("update road_map set controller_id = ? where id = ?").params(personId, id).update();
    }

    public void setTitle(long id, String title) {
        jdbc.sql("update road_map set title = ? where id = ?").params(title, id).update();
    }

    public void setInstance(long id, String processInstanceId) {
        jdbc.sql("update road_map set process_instance_id = ? where id = ?").params(processInstanceId, id).update();
    }

    private static Long[] ids(Collection<Place> places, Level level) {
        return places.stream().filter(place -> place.level() == level).map(Place::id).toArray(Long[]::new);
    }

    private static String like(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static RoadMapLine line(ResultSet row, int number) throws SQLException {
        return new RoadMapLine(roadMap(row, number), row.getString("place_name"), row.getInt("version"), row.getBoolean("has_draft"));
    }

    private static RoadMap roadMap(ResultSet row, int number) throws SQLException {
        String zone = row.getString("time_zone");
        return new RoadMap(row.getLong("id"), new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")),
            row.getObject("region_id", Long.class), row.getInt("year"), row.getString("title"), row.getObject("controller_id", Long.class),
            row.getString("order_number"), date(row, "order_date"), date(row, "effective_from"), row.getString("process_instance_id"),
            instant(row, "closed_at"), zone == null ? Viewers.FEDERATION_ZONE : ZoneId.of(zone));
    }
}
