package ru.marshrut.roadmap.running;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.NamedInterface;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/**
 * Files of measures: the act and the list of participants are the coordinator's, a school's document is the school's. The
 * person whom the order names for control reads all of them.
 */
@Configuration
@NamedInterface("files")
public class MeasureFiles {

    /** Resource type of a measure's own files; its id is the measure's. */
    private static final String MEASURE = "measure";
    /** Resource type of the document that a measure asks of a school; its id is that of the {@code school_measure}. */
    private static final String SCHOOL_MEASURE = "school-measure";

    private static final String ACT = "act";
    private static final String PARTICIPANTS = "participants";
    private static final String DOCUMENT = "document";

    /** The list is read, not kept for people: one workbook. */
    static final SlotRules ONE_WORKBOOK = new SlotRules(1, 5L * 1024 * 1024, Set.of("xlsx"));

    public static Slot act(long measureId) {
        return new Slot(MEASURE, String.valueOf(measureId), ACT);
    }

    public static Slot participants(long measureId) {
        return new Slot(MEASURE, String.valueOf(measureId), PARTICIPANTS);
    }

    public static Slot schoolDocument(long schoolMeasureId) {
        return new Slot(SCHOOL_MEASURE, String.valueOf(schoolMeasureId), DOCUMENT);
    }

    public static SlotRules rulesOf(Slot slot) {
        return slot.kind().equals(PARTICIPANTS) ? ONE_WORKBOOK : SlotRules.PUBLISHED;
    }

    @Bean
    ResourcePolicy measureFilesPolicy(@Lazy AccessPolicy policy, @Lazy RoadMaps roadMaps) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return MEASURE;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return number(id).map(measureId -> map(measureId, roadMaps))
                    .filter(map -> policy.maySee(viewer, map.place()) || controls(viewer, map)).isPresent();
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return number(id).map(measureId -> map(measureId, roadMaps)).filter(map -> policy.mayCoordinate(viewer, map.place())).isPresent();
            }
        };
    }

    @Bean
    ResourcePolicy schoolMeasurePolicy(@Lazy AccessPolicy policy, @Lazy RoadMaps roadMaps, SchoolMeasureRows rows) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return SCHOOL_MEASURE;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return number(id).map(rows::get).filter(row -> policy.maySee(viewer, Place.school(row.schoolId()))
                    || controls(viewer, map(row.measureId(), roadMaps))).isPresent();
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return number(id).map(rows::get).filter(row -> row.isOpen()
                    && viewer.answersFor(Role.SCHOOL_COORDINATOR, Place.school(row.schoolId()))).isPresent();
            }
        };
    }

    @Bean
    SlotRulesSource measureFileRules() {
        return slot -> slot.subjectType().equals(MEASURE) && Set.of(ACT, PARTICIPANTS).contains(slot.kind())
            || slot.subjectType().equals(SCHOOL_MEASURE) && slot.kind().equals(DOCUMENT) ? Optional.of(rulesOf(slot)) : Optional.empty();
    }

    private static boolean controls(Viewer viewer, RoadMap map) {
        return map.controllerId() != null && map.controllerId() == viewer.personId();
    }

    private static RoadMap map(long measureId, RoadMaps roadMaps) {
        return roadMaps.roadMap(roadMaps.measure(measureId).roadMapId());
    }

    /** Empty where the text names nothing. An unknown id has nothing to read: its owner throws. */
    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
