package ru.marshrut.roadmap.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/** The municipal order of seed 002 becomes work: two schools, nineteen measures, several roles in many of them. */
@SpringBootTest
class SeedWorkTest {

    private static final Path ORDER = Path.of("src/test/resources/seeds/002_6affaa3946b7ff4a.txt");

    @Autowired
    MeasureStory story;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    OpenTasks open;

    @Test
    void nobodyIsFloodedByTheMeasuresOfAnOrder() throws IOException {
        story.itIs("2021-03-29");
        Told told = story.aDistrictOf(2);
        RoadMap map = story.ordered(told, told.district(), new Order("89", LocalDate.of(2021, 3, 27), LocalDate.of(2021, 3, 27)), Files.readString(ORDER));
        assertThat(roadMaps.measures(map.id())).hasSize(19);
        assertThat(state(map, "1")).as("February was over").isEqualTo(State.RUNNING);
        assertThat(state(map, "6")).as("May is to come").isEqualTo(State.WAITING);

        story.passTo("2021-05-11");
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).as("what is due on 25 May is asked for two weeks before").hasSize(4);
        story.passTo("2021-06-01");
        List<OpenTask> tasks = open.within(Place.region(told.region()), 500);
        Map<String, List<OpenTask>> byMeasure = tasks.stream().filter(task -> task.processKey().equals(MeasureModel.KEY))
            .collect(groupingBy(OpenTask::businessKey));
        assertThat(byMeasure.values()).as("one task for each measure, whatever roles it names").allSatisfy(ofOne -> assertThat(ofOne).hasSize(1));
        assertThat(byMeasure.keySet()).as("row 3 is counted from the visits to the schools until December, nobody is asked").isEqualTo(
            roadMaps.measures(map.id()).stream().filter(measure -> measure.state() == State.RUNNING && !measure.content().number().equals("3"))
            .map(measure -> String.valueOf(measure.id())).collect(toSet()));
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).as("rows 5 and 7 ask each school for a document")
            .extracting(MeasureStory::dueDay).containsExactlyInAnyOrder(LocalDate.of(2021, 4, 15), LocalDate.of(2021, 4, 15),
                LocalDate.of(2021, 5, 25), LocalDate.of(2021, 5, 25));
    }

    @Test
    void documentsThatCameLateAreWaitedForAndFoundDone() throws IOException {
        story.itIs("2021-03-29");
        Told told = story.aDistrictOf(2);
        RoadMap map = story.ordered(told, told.district(), new Order("89", LocalDate.of(2021, 3, 27), LocalDate.of(2021, 3, 27)), Files.readString(ORDER));
        story.passTo("2021-05-11");
        story.passTo("2021-05-27");
        Measure monitoring = measure(map, "7");
        story.does(story.task(monitoring, MeasureModel.DECIDE_ON_RESULT), Map.of("decision", "WAIT", "until", "2021-06-10", "reason", "ИС МЭДК не работала"));
        List<OpenTask> asked = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).stream()
            .filter(task -> MeasureStory.dueDay(task).equals(LocalDate.of(2021, 6, 10))).toList();
        assertThat(asked).as("the schools' tasks move with the measure").hasSize(2);
        for (OpenTask task : asked) {
            story.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())));
            story.does(task, Map.of("on", "2021-05-27"));
        }
        story.schoolTasks(told, SchoolMeasureModel.CONFIRM_DOCUMENT).forEach(task -> story.does(task, Map.of("confirmed", "YES")));
        story.passTo("2021-06-11");
        assertThat(state(map, "7")).isEqualTo(State.DONE);
        assertThat(state(map, "5")).as("is still to be decided on").isEqualTo(State.RUNNING);
    }

    private State state(RoadMap map, String number) {
        return measure(map, number).state();
    }

    private Measure measure(RoadMap map, String number) {
        return roadMaps.measures(map.id()).stream().filter(measure -> measure.content().number().equals(number)).findFirst().orElseThrow();
    }
}
