package ru.marshrut.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

@SpringBootTest
class ApprovalsTest {

    private static final String TABLE = "№\tМероприятия\tСрок\tОжидаемый результат\n1.\tПервое дело\t01.02.2021–10.02.2021\tсделано\n2.\tВторое дело\tпо графику ФЦТ\tсделано\n";

    @Autowired
    MadePeople people;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    ImportDecisions decisions;
    @Autowired
    Approvals approvals;
    @Autowired
    RoadMaps maps;

    @Test
    void aDraftIsCorrectedApprovedAndAmended() {
        long region = people.region();
        var coordinator = viewers.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        long id = drafts.create(coordinator, Place.region(region), 2021, "Карта", new Order("604", LocalDate.of(2021, 3, 16), LocalDate.of(2021, 1, 29)),
            new OrderSource.Pasted(TABLE));
        assertThatThrownBy(() -> approvals.approve(coordinator, id, 0, Map.of())).isInstanceOf(Refusal.class);
        decisions.confirmRoles(coordinator, id, 0, Set.of(Role.CURATOR));
        ReadRow second = drafts.preview(coordinator, id).imported().get(1);
        decisions.correct(coordinator, id, 1, second.key(), Map.of(ReadRow.Field.WINDOWS,
            new Correction.Value(null, List.of(Window.day(LocalDate.of(2021, 5, 1))), null, null, null, null, null)));
        assertThatThrownBy(() -> approvals.approve(coordinator, id, 1, Map.of())).isInstanceOf(Refusal.class);
        assertThat(approvals.approve(coordinator, id, 2, Map.of())).isEqualTo(1);
        assertThat(maps.measures(id)).extracting(measure -> measure.content().windows())
            .containsExactly(List.of(new Window(LocalDate.of(2021, 2, 1), LocalDate.of(2021, 2, 10), ru.marshrut.calendar.Precision.DAY)),
                List.of(Window.day(LocalDate.of(2021, 5, 1))));
        assertThat(maps.roadMap(id).effectiveFrom()).isEqualTo(LocalDate.of(2021, 1, 29));
        assertThat(maps.above(Place.region(region), 2021)).hasSize(1);
        assertThat(maps.within(Place.region(region), 2021)).hasSize(1);

        approvals.versions(maps.roadMap(id));
        drafts.amend(coordinator, id);
        drafts.importAnew(coordinator, id, 0, new OrderSource.Pasted(TABLE.replace("10.02.2021", "12.02.2021").replace("2.\tВторое", "2.\tНовое и другое")));
        Differences differences = approvals.differences(coordinator, id);
        assertThat(differences.changed()).extracting(Differences.Changed::parts).containsExactly(Set.of(Differences.Part.DATES));
        var stranger = viewers.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())));
        assertThatThrownBy(() -> approvals.differences(stranger, id)).isInstanceOf(NotYours.class);
    }
}
