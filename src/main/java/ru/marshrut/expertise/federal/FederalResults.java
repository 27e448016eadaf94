package ru.marshrut.expertise.federal;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.persistence.FederalRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** Results of the federal coordinator, entered from his letter by the region's coordinator. What was entered before stays readable. */
@Service
@Transactional
public class FederalResults {

    private final FederalRows rows;
    private final FederalAccess access;
    private final Expertises expertises;
    private final Rubrics rubrics;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    FederalResults(FederalRows rows, FederalAccess access, Expertises expertises, Rubrics rubrics, Territory territory, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.expertises = expertises;
        this.rubrics = rubrics;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The criteria that are entered: of what was entered already, else of the region's own check, else of the year's published rubric
     * of the stage (its code begins with the year), else of the newest one.
     */
    @Transactional(readOnly = true)
    public Rubric rubric(FederalKey key) {
        return rows.rubric(key).or(() -> expertises.of(key.regionId(), key.year(), key.stage()).map(expertise -> expertise.rubricId()))
            .map(rubrics::get).orElseGet(() -> {
                List<Rubric> latest = rubrics.latest(key.stage());
                Optional<Rubric> ofYear = latest.stream().filter(rubric -> rubric.code().startsWith(key.year() + "-")).findFirst();
                return ofYear.or(() -> latest.stream().findFirst())
                    .orElseThrow(() -> Refusal.of("expertise.federal.noRubric", key.stage()));
            });
    }

    @Transactional(readOnly = true)
    public List<FederalResult> valid(FederalKey key) {
        return rows.all(key).stream().filter(FederalResult::isValid).toList();
    }

    /** Replaced ones, the latest first. */
    @Transactional(readOnly = true)
    public List<FederalResult> replaced(FederalKey key) {
        return rows.all(key).stream().filter(result -> !result.isValid()).toList();
    }

    /**
     * Enters a letter's results or corrects them: what differs replaces the earlier entry, a criterion that is left out takes it back.
     *
     * @throws Refusal for points that the criterion does not have, a letter of the future, an entry that says nothing new
     */
    public void enter(Viewer viewer, FederalKey key, String letter, LocalDate letterOn, List<FederalEntry> entries) {
        access.requireWriting(viewer, key);
        rows.lock(key);
        Rubric rubric = rubric(key);
        if (letter.isBlank()) {
            throw Refusal.ofField("letter", "expertise.federal.noLetter");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(key.regionId()).zone());
        if (letterOn.isAfter(today)) {
            throw Refusal.ofField("letterOn", "expertise.federal.letterOfTheFuture", FederalFile.day(letterOn), FederalFile.day(today));
        }
        entries.forEach(entry -> check(entry, rubric));
        Map<Long, FederalResult> before = valid(key).stream().collect(toMap(FederalResult::criterionId, result -> result));
        if (entries.isEmpty() && before.isEmpty()) {
            throw Refusal.ofField("points-" + rubric.criteria().get(0).id(), "expertise.federal.nothing");
        }
        List<FederalEntry> fresh = entries.stream().filter(entry -> !says(before.get(entry.criterionId()), entry, letter, letterOn)).toList();
        List<Long> gone = before.values().stream()
            .filter(result -> entries.stream().noneMatch(entry -> entry.criterionId() == result.criterionId()) || fresh.stream()
                .anyMatch(entry -> entry.criterionId() == result.criterionId()))
            .map(FederalResult::id).toList();
        if (fresh.isEmpty() && gone.isEmpty()) {
            throw Refusal.of("expertise.federal.nothingNew");
        }
        Instant now = clock.instant();
        rows.replace(gone, viewer.personId(), now);
        fresh.forEach(entry -> rows.add(key, entry, letter.strip(), letterOn, viewer.personId(), now));
        audit.record(before.isEmpty() ? "expertise.federalEntered" : "expertise.federalCorrected", Subject.of(FederalAccess.TYPE, key.id()),
            Map.of("letter", letter.strip(), "letterOn", letterOn, "entered", fresh.size(), "replaced", gone.size()));
    }

    private static boolean says(FederalResult before, FederalEntry entry, String letter, LocalDate letterOn) {
        return before != null && entry.says(before) && before.letter().equals(letter.strip()) && before.letterOn().equals(letterOn);
    }

    private static void check(FederalEntry entry, Rubric rubric) {
        Criterion criterion = rubric.criterion(entry.criterionId());
        BigDecimal points = entry.points();
        if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(criterion.maximum())) > 0 || points.stripTrailingZeros().scale() > 1) {
            throw Refusal.ofField("points-" + criterion.id(), "expertise.federal.outOfRange", criterion.title(), FederalFile.number(points), criterion.maximum());
        }
    }
}
