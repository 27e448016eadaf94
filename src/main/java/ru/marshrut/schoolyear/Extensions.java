package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.StageDates.StageDate;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.Tasks.Extension;

/** Later dates for stages: the municipality's to give, beyond the date of a higher territory's road map the region's (DESIGN 4). */
@Service
@Transactional(readOnly = true)
public class Extensions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Tasks tasks;
    private final YearEngine engine;
    private final SchoolYears years;
    private final StageCourse course;
    private final StageDates dates;
    private final Territory territory;

    Extensions(@Lazy Tasks tasks, @Lazy YearEngine engine, SchoolYears years, StageCourse course, StageDates dates, Territory territory) {
        this.tasks = tasks;
        this.engine = engine;
        this.years = years;
        this.course = course;
        this.dates = dates;
        this.territory = territory;
    }

    /** A request that waits for a decision, and the stage that it asks more time for. */
    public record Waiting(Extension request, SchoolYear year, Stage stage) {}

    /** Of one process, the oldest first. */
    public List<Waiting> waiting(String processKey, String businessKey) {
        return tasks.undecidedExtensions(processKey, List.of(businessKey)).stream()
            .flatMap(request -> engine.stageOf(processKey, request.step(), businessKey).stream()
                .map(stage -> new Waiting(request, years.get(YearKey.yearOf(businessKey)), stage))).toList();
    }

    /** Whether the day that is asked for is the region's to give. */
    public boolean isForTheRegion(Waiting waiting) {
        return passed(waiting.year(), waiting.stage(), waiting.request().requestedUntil()).isPresent();
    }

    /** The day, if this person can give it: not over, and beyond the date of a higher road map only by the region. */
    public LocalDate grantable(Waiting waiting, LocalDate until, Viewer viewer) {
        if (until.isBefore(course.today(waiting.year().id()))) {
            throw Refusal.ofField("until", "schoolyear.extension.past", DAY.format(until));
        }
        requireNear(waiting.year(), until);
        Place region = Place.region(waiting.year().regionId());
        passed(waiting.year(), waiting.stage(), until).filter(date -> !viewer.answersFor(Role.REGIONAL_COORDINATOR, region)).ifPresent(date -> {
            throw Refusal.ofField("until", "schoolyear.extension.higherDate", DAY.format(date.dueOn()), date.source());
        });
        return until;
    }

    /** Whose coordinator may give the day: the municipality's, beyond the date of a higher road map the region's. */
    public Place grantedAt(long yearId, Stage stage, LocalDate until) {
        SchoolYear year = years.get(yearId);
        requireNear(year, until);
        return passed(year, stage, until).isPresent() ? Place.region(year.regionId())
            : Place.municipality(territory.school(year.schoolId()).municipalityId());
    }

    /** A year's last steps reach into the next one, none beyond it. */
    private static void requireNear(SchoolYear year, LocalDate until) {
        if (until.getYear() > year.year() + 1) {
            throw Refusal.ofField("until", "schoolyear.extension.far", DAY.format(until), DAY.format(LocalDate.of(year.year() + 1, 12, 31)));
        }
    }

    /** The earliest date of a higher territory that the day would pass. */
    private Optional<StageDate> passed(SchoolYear year, Stage stage, LocalDate until) {
        long municipality = territory.school(year.schoolId()).municipalityId();
        return stage.outcome().map(outcome -> dates.of(municipality, year.year()).getOrDefault(outcome, List.of())).orElse(List.of()).stream()
            .filter(date -> date.level() != MapLevel.MUNICIPAL && until.isAfter(date.dueOn())).findFirst();
    }
}
