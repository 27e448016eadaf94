package ru.marshrut.roadmap.running;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows.SchoolMeasure;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.Tasks.Extension;

/**
 * What the steps of a measure are about, whose turn they are, and until when. However many roles a measure names, one
 * person answers for it: the coordinator of the road map's place.
 */
@Service
@Transactional(readOnly = true)
public class MeasureSteps {

    private static final Set<String> KEEP_WINDOW = Set.of(MeasureModel.REPORT_RESULT, MeasureModel.MARK_PARTICIPANTS, MeasureModel.KEEP_LOG);
    private static final int CONFIRMATION_DAYS = 5;

    private final RoadMaps roadMaps;
    private final MeasureRunRows rows;
    private final SchoolMeasureRows schoolRows;
    private final SchoolWork schoolWork;
    private final MeasureDues dues;
    private final HigherDates higherDates;
    private final Tasks tasks;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;

    MeasureSteps(RoadMaps roadMaps, MeasureRunRows rows, SchoolMeasureRows schoolRows, SchoolWork schoolWork, MeasureDues dues,
                 HigherDates higherDates, @Lazy Tasks tasks, Territory territory, Staff staff, MessageSource messages) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.schoolRows = schoolRows;
        this.schoolWork = schoolWork;
        this.dues = dues;
        this.higherDates = higherDates;
        this.tasks = tasks;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
    }

    /** Whether a step is due when the measure's window ends. */
    public static boolean keepsWindow(String step) {
        return KEEP_WINDOW.contains(step);
    }

    public TaskDescription describe(TaskOrigin origin) {
        Measure measure = roadMaps.measure(Long.parseLong(origin.businessKey()));
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        Responsible responsible = coordinator(map.place());
        if (origin.step().equals(MeasureModel.DECIDE_ON_EXTENSION)) {
            responsible = decider(map, measure);
        }
        Due due = keepsWindow(origin.step()) ? dues.due(map, measure, rows.windowsTaken(measure.id())) : dues.decision(map);
        return new TaskDescription(title(origin.step()), measure.content().numberedTitle(), map.regionId(), null, responsible, due);
    }

    public TaskDescription describeSchool(TaskOrigin origin) {
        SchoolMeasure row = schoolRows.get(Long.parseLong(origin.businessKey()));
        Measure measure = roadMaps.measure(row.measureId());
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        School school = territory.school(row.schoolId());
        if (origin.step().equals(SchoolMeasureModel.CONFIRM_DOCUMENT)) {
            Due due = dues.decision(map, CONFIRMATION_DAYS);
            return new TaskDescription(title(origin.step()), school.name() + ". " + measure.content().numberedTitle(), map.regionId(), school.id(),
                confirmer(school, map), due);
        }
        return new TaskDescription(title(origin.step()), measure.content().numberedTitle(), map.regionId(), school.id(),
            new Responsible(Role.SCHOOL_COORDINATOR, school.place()), schoolWork.due(row));
    }

    /** Requests for a later date that wait for a decision, the oldest first: of the measure, and of schools that it asks. */
    public List<Extension> undecided(long measureId) {
        List<String> schools = schoolRows.ofMeasure(measureId).stream().filter(SchoolMeasure::isOpen).map(row -> String.valueOf(row.id())).toList();
        return Stream.concat(tasks.undecidedExtensions(MeasureModel.KEY, List.of(String.valueOf(measureId))).stream(),
            tasks.undecidedExtensions(SchoolMeasureModel.KEY, schools).stream()).sorted(Comparator.comparing(Extension::id)).toList();
    }

    /** The day, if this person can give it: later than today; beyond the date of a higher road map it is the region's to give. */
    public LocalDate grantable(long measureId, LocalDate until, Viewer viewer) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        if (!until.isAfter(dues.today(map))) {
            throw Refusal.ofField("until", "roadmap.wait.past", MeasureDues.day(until));
        }
        Responsible region = coordinator(Place.region(map.regionId()));
        higherDates.passedBy(map, measure, until).filter(higher -> !viewer.answersFor(region.role(), region.place())).ifPresent(higher -> {
            throw Refusal.ofField("until", "roadmap.grant.higherDate", higher.map().title(), MeasureDues.day(higher.due()));
        });
        return until;
    }

    /** Whose coordinator may give the day: the map's, beyond the date of a higher road map the region's. */
    public Place grantedAt(long measureId, LocalDate until) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        return higherDates.passedBy(map, measure, until).isPresent() ? Place.region(map.regionId()) : map.place();
    }

    static Responsible coordinator(Place place) {
        return new Responsible(place.level() == Level.MUNICIPALITY ? Role.MUNICIPAL_COORDINATOR : Role.REGIONAL_COORDINATOR, place);
    }

    /** A date beyond that of a higher road map is decided on above. */
    private Responsible decider(RoadMap map, Measure measure) {
        List<Extension> waiting = undecided(measure.id());
        Optional<HigherDates.Higher> passed = waiting.isEmpty() ? Optional.empty()
            : higherDates.passedBy(map, measure, waiting.get(waiting.size() - 1).requestedUntil());
        return coordinator(passed.isPresent() ? Place.region(map.regionId()) : map.place());
    }

    private Responsible confirmer(School school, RoadMap map) {
        return staff.holding(Role.CURATOR, school.place(), dues.today(map)).isEmpty()
            ? coordinator(Place.municipality(school.municipalityId())) : new Responsible(Role.CURATOR, school.place());
    }

    private String title(String step) {
        return messages.getMessage("roadmap.step." + step, null, Locale.forLanguageTag("ru"));
    }
}
