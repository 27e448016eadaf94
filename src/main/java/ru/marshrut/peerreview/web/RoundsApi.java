package ru.marshrut.peerreview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.CircleAccess;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.persistence.RoundRows.RuleKind;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** Rounds and their pairing for programs: what the coordinator's pages do. */
@RestController
@RequestMapping("/api/rounds")
@Tag(name = "Раунды", description = "Раунды взаимоэкспертизы, подбор пар, календарь")
class RoundsApi {

    record RoundAnswer(long id, String title, int year, Round.Status status, Place place, String placeName, CalendarForm calendar) {}

    record RoundToOpen(Place place, int year, String title, CalendarForm calendar, Set<Long> schools) {}

    /** The six dates of the calendar, and why they change. */
    record CalendarChange(LocalDate notice, LocalDate exchange, LocalDate meetingsFrom, LocalDate meetingsTo, LocalDate meeting,
                          LocalDate finalFile, String reason) {

        CalendarForm dates() {
            return new CalendarForm(notice, exchange, meetingsFrom, meetingsTo, meeting, finalFile);
        }
    }

    /** @param circles ids of schools, each school of the round in one circle */
    record ArrangementToSet(List<List<Long>> circles) {}

    record RuleToSet(RuleKind kind, Long school, Long other, String reason) {}

    record RuleAnswer(RuleKind kind, long school, long other, String reason) {}

    record CircleLine(long id, Circle.Status status, List<SchoolName> schools) {}

    private final Rounds rounds;
    private final CircleAccess access;
    private final PairsViews pairs;
    private final PairingDecisions decisions;
    private final SchoolNames names;
    private final Viewers viewers;

    RoundsApi(Rounds rounds, CircleAccess access, PairsViews pairs, PairingDecisions decisions, SchoolNames names, Viewers viewers) {
        this.rounds = rounds;
        this.access = access;
        this.pairs = pairs;
        this.decisions = decisions;
        this.names = names;
        this.viewers = viewers;
    }

    @GetMapping
    @Operation(summary = "Раунды моих территорий", description = "Сначала новые.")
    List<RoundAnswer> all() {
        return access.rounds(viewers.current()).stream().map(this::answer).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Раунд: место, состояние, календарь")
    RoundAnswer one(@PathVariable long id) {
        return answer(access.round(id, viewers.current()));
    }

    @PostMapping
    @Operation(summary = "Открыть раунд", description = "Подбор пар начинается сразу. Место: level REGION или MUNICIPALITY и id.")
    ResponseEntity<RoundAnswer> open(@RequestBody RoundToOpen round) {
        if (round.place() == null || round.place().level() == null || round.place().level() == Level.FEDERATION) {
            throw Refusal.ofField("place", "peerreview.web.placeMissing");
        }
        long id = rounds.open(viewers.current(), round.place(), OpeningPage.checkedYear(round.year()), OpeningPage.checkedTitle(round.title()),
            dates(round.calendar()), round.schools() == null ? Set.of() : round.schools());
        return ResponseEntity.created(URI.create("/api/rounds/" + id)).body(answer(rounds.round(id)));
    }

    @PutMapping("/{id}/calendar")
    @Operation(summary = "Изменить календарь", description = "Сроки открытых заданий сдвигаются сразу. Нужна причина.")
    RoundAnswer changeCalendar(@PathVariable long id, @RequestBody CalendarChange change) {
        Viewer viewer = viewers.current();
        rounds.coordinated(id, viewer);
        rounds.changeCalendar(id, viewer, dates(change.dates()), text(change.reason()));
        return answer(rounds.round(id));
    }

    @GetMapping("/{id}/proposal")
    @Operation(summary = "Предложенные пары", description = "Круги с причинами, ценой и нарушениями или то, что мешает составить пары.")
    PairsView proposal(@PathVariable long id) {
        return pairs.of(rounds.coordinated(id, viewers.current()));
    }

    @PostMapping("/{id}/proposal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Предложить пары заново", description = "Ответ приходит сразу; пары появятся через несколько секунд.")
    PairsView proposeAnew(@PathVariable long id) {
        Viewer viewer = viewers.current();
        decisions.proposeAnew(id, viewer);
        return pairs.of(rounds.coordinated(id, viewer));
    }

    @PutMapping("/{id}/circles")
    @Operation(summary = "Переставить школы", description = "Каждая школа раунда ровно в одном круге.")
    PairsView arrange(@PathVariable long id, @RequestBody ArrangementToSet arrangement) {
        Viewer viewer = viewers.current();
        rounds.arrange(id, viewer, arrangement.circles() == null ? List.of() : arrangement.circles());
        return pairs.of(rounds.coordinated(id, viewer));
    }

    @GetMapping("/{id}/rules")
    @Operation(summary = "Правила раунда: закреплённые и запрещённые пары, согласия")
    List<RuleAnswer> rules(@PathVariable long id) {
        rounds.coordinated(id, viewers.current());
        return rounds.rules(id).stream().map(rule -> new RuleAnswer(rule.kind(), rule.schoolId(), rule.otherSchoolId(), rule.reason())).toList();
    }

    @PostMapping("/{id}/rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Закрепить пару, запретить её или записать согласие")
    void setRule(@PathVariable long id, @RequestBody RuleToSet rule) {
        Viewer viewer = viewers.current();
        rounds.coordinated(id, viewer);
        if (rule.kind() == null || rule.school() == null || rule.other() == null) {
            throw Refusal.ofField("other", "peerreview.rule.twoSchoolsOfTheRound");
        }
        rounds.setRule(id, viewer, rule.kind(), rule.school(), rule.other(), text(rule.reason()));
    }

    @DeleteMapping("/{id}/rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Снять правило")
    void removeRule(@PathVariable long id, @RequestParam RuleKind kind, @RequestParam long school, @RequestParam long other) {
        rounds.removeRule(id, viewers.current(), kind, school, other);
    }

    @PutMapping("/{id}/schools/{school}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Добавить школу в раунд")
    void addSchool(@PathVariable long id, @PathVariable long school) {
        rounds.addSchool(id, viewers.current(), school);
    }

    @DeleteMapping("/{id}/schools/{school}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Убрать школу из раунда")
    void removeSchool(@PathVariable long id, @PathVariable long school) {
        rounds.removeSchool(id, viewers.current(), school);
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Утвердить пары", description = "Круги запускаются сразу после этого.")
    RoundAnswer approve(@PathVariable long id) {
        decisions.approve(id, viewers.current());
        return answer(rounds.round(id));
    }

    @GetMapping("/{id}/circles")
    @Operation(summary = "Круги раунда, которые я вижу")
    List<CircleLine> circles(@PathVariable long id) {
        Viewer viewer = viewers.current();
        Round round = access.round(id, viewer);
        List<Circle> circles = access.circles(round, viewer);
        Map<Long, SchoolName> schools = names.of(round.regionId(),
            circles.stream().flatMap(circle -> circle.sides().stream()).map(Side::schoolId).collect(Collectors.toSet()));
        TreeMap<Long, CircleLine> lines = new TreeMap<>();
        circles.forEach(circle -> lines.put(circle.id(), new CircleLine(circle.id(), circle.status(),
            circle.sides().stream().map(side -> schools.get(side.schoolId())).toList())));
        return List.copyOf(lines.values());
    }

    private RoundAnswer answer(Round round) {
        return new RoundAnswer(round.id(), round.title(), round.year(), round.status(), round.place(), names.place(round.place()),
            CalendarForm.of(round.calendar()));
    }

    private static ru.marshrut.peerreview.RoundCalendar dates(CalendarForm form) {
        if (form == null) {
            throw Refusal.ofField("calendar", "peerreview.web.dateMissing");
        }
        return form.calendar();
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }
}
