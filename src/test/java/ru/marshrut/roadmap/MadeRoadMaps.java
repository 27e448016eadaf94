package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.Window;
import ru.marshrut.territory.Place;
import ru.marshrut.testing.MadePeople;

/** Approved road maps for tests, written as rows: their import and approval have tests of their own. */
@Component
@Transactional
public class MadeRoadMaps {

    private final JdbcClient jdbc;
    private final MadePeople people;

    MadeRoadMaps(JdbcClient jdbc, MadePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @param approved day of the order and of its approval */
    public long approved(Place place, Long regionId, int year, String title, LocalDate approved) {
        long map = jdbc.sql("insert into road_map (level, place_id, region_id, year, title) values (?, ?, ?, ?, ?) returning id")
            .params(place.level().name(), place.id(), regionId, year, title).query(Long.class).single();
        jdbc.sql("""
                insert into road_map_version (road_map_id, number, order_number, order_date, effective_from, source_name, tables, chosen, columns, left_out,
                    approved_at, approved_by)
                values (?, 1, '604', ?, ?, '', '[]', '{}', '{}', '{}', ?::date + time '06:00', ?)""")
            .params(map, approved, approved, approved, people.person()).update();
        return map;
    }

    public long measure(long map, String number, String title, Evidence evidence, OutcomeKind outcome, List<Window> windows, Indicator... indicators) {
        long measure = jdbc.sql("insert into measure (road_map_id, state) values (?, 'RUNNING') returning id").param(map).query(Long.class).single();
        long content = jdbc.sql("""
                insert into measure_content (version_id, measure_id, position, row_key, number, title, date_words, responsible_words, roles, expected_result, evidence, outcome)
                select v.id, ?, (select count(*) + 1 from measure_content c where c.version_id = v.id), 'row ' || ?, ?, ?, ?, '', '{}', '', ?, ?
                from road_map_version v where v.road_map_id = ? returning id""")
            .param(measure).param(measure).param(number).param(title).param(words(windows)).param(evidence.name())
            .param(outcome == null ? null : outcome.name()).param(map).query(Long.class).single();
        for (int position = 0; position < windows.size(); position++) {
            jdbc.sql("insert into measure_window values (?, ?, ?, ?, ?)").param(content).param(position)
                .param(windows.get(position).start()).param(windows.get(position).due())
                .param(windows.get(position).precision().name()).update();
        }
        for (int position = 0; position < indicators.length; position++) {
            Indicator one = indicators[position];
            jdbc.sql("insert into measure_indicator values (?, ?, ?, ?, ?, ?, ?, ?, ?)").param(content).param(position).param(one.kind().name())
                .param(one.populations().stream().map(Enum::name).toArray(String[]::new)).param(one.target())
                .param(one.per() == null ? null : one.per().name()).param(one.outcome() == null ? null : one.outcome().name())
                .param(one.asOf()).param(one.words()).update();
        }
        return measure;
    }

    private static String words(List<Window> windows) {
        return windows.isEmpty() ? "" : "до " + windows.get(windows.size() - 1).due();
    }
}
