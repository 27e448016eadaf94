package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.SeenPlaces.Choice;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.federal.FederalComparison;
import ru.marshrut.expertise.federal.FederalAccess;
import ru.marshrut.expertise.federal.FederalEntry;
import ru.marshrut.expertise.federal.FederalFile;
import ru.marshrut.expertise.federal.FederalKey;
import ru.marshrut.expertise.federal.FederalResult;
import ru.marshrut.expertise.federal.FederalResults;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;

/** What the federal coordinator found, beside the region's own check: the region's coordinator enters it from the letter. */
@Controller
class FederalPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final FederalResults results;
    private final FederalComparison comparison;
    private final FederalAccess access;
    private final SeenPlaces places;
    private final Territory territory;
    private final FederalFile file;
    private final Documents documents;
    private final Staff staff;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    FederalPage(FederalResults results, FederalComparison comparison, FederalAccess access, SeenPlaces places,
                Territory territory, FederalFile file, Documents documents, Staff staff, Viewers viewers, MessageSource messages, Clock clock) {
        this.results = results;
        this.comparison = comparison;
        this.access = access;
        this.places = places;
        this.territory = territory;
        this.file = file;
        this.documents = documents;
        this.staff = staff;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/federal-results")
    String show(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year,
                @RequestParam(defaultValue = "1") int stage, Model model) {
        Viewer viewer = viewers.current();
        FederalKey key = key(place, year, stage, viewer);
        return page(key, viewer, entered(key), model);
    }

    @PostMapping("/federal-results")
    String enter(@RequestParam String place, @RequestParam int year, @RequestParam int stage, @RequestParam MultiValueMap<String, String> fields,
                 Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        FederalKey key = key(place, year, stage, viewer);
        FormInput input = new FormInput(fields);
        try {
            results.enter(viewer, key, input.text("letter"), input.date("letterOn"), entries(results.rubric(key), input));
            after.addFlashAttribute("done", messages.getMessage("expertise.federal.saved", null, RUSSIAN));
            return "redirect:/federal-results?place=" + Place.region(key.regionId()).key() + "&year=" + key.year() + "&stage=" + key.stage();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String text = messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
            model.addAttribute("refused", text);
            model.addAttribute("error", text);
            model.addAttribute("errorField", refusal.field());
            return page(key, viewer, input, model);
        }
    }

    @GetMapping("/federal-results.docx")
    void download(@RequestParam String place, @RequestParam int year, @RequestParam int stage, HttpServletResponse response) throws IOException {
        FederalKey key = key(place, year, stage, viewers.current());
        response.setContentType(FederalFile.DOCX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.fileName(key), StandardCharsets.UTF_8).build().toString());
        file.write(key, response.getOutputStream());
    }

    private String page(FederalKey key, Viewer viewer, FormInput input, Model model) {
        Slot letter = FederalAccess.letter(key);
        List<FederalResult> replaced = results.replaced(key);
        List<FederalResult> valid = results.valid(key);
        Rubric rubric = results.rubric(key);
        Region region = territory.region(key.regionId());
        boolean writes = access.writes(viewer, key.regionId());
        model.addAttribute("key", key);
        model.addAttribute("region", region);
        model.addAttribute("regions", regions(viewer));
        model.addAttribute("place", Place.region(region.id()).key());
        model.addAttribute("rubric", rubric);
        model.addAttribute("compared", comparison.of(key));
        model.addAttribute("titles", rubric.criteria().stream().collect(toMap(Criterion::id, Criterion::title)));
        model.addAttribute("valid", valid);
        model.addAttribute("replaced", replaced);
        model.addAttribute("people", names(Stream.concat(valid.stream(), replaced.stream()).toList()));
        model.addAttribute("writes", writes);
        model.addAttribute("input", input);
        model.addAttribute("slotUrl", "/documents/" + letter.subjectType() + "/" + letter.subjectId() + "/" + letter.kind());
        model.addAttribute("letters", documents.in(letter));
        model.addAttribute("rules", writes ? SlotRules.PUBLISHED : null);
        return "expertise/federal";
    }

    /** Blank points: the letter says nothing of the criterion. */
    private static List<FederalEntry> entries(Rubric rubric, FormInput input) {
        List<FederalEntry> entries = new ArrayList<>();
        for (Criterion criterion : rubric.criteria()) {
            String field = "points-" + criterion.id();
            String typed = input.text(field);
            if (!typed.isEmpty()) {
                entries.add(new FederalEntry(criterion.id(), points(field, criterion, typed), input.text("comment-" + criterion.id())));
            }
        }
        return entries;
    }

    private static BigDecimal points(String field, Criterion criterion, String typed) {
        String number = typed.replace(',', '.');
        if (!number.matches("\\d{1,4}(\\.\\d{1,4})?")) {
            throw Refusal.ofField(field, "expertise.federal.notANumber", criterion.title(), typed);
        }
        return new BigDecimal(number);
    }

    /** What stands in the form when it is opened. */
    private FormInput entered(FederalKey key) {
        Map<String, String> fields = new HashMap<>();
        results.valid(key).forEach(result -> {
            fields.put("points-" + result.criterionId(), FederalFile.number(result.points()));
            fields.put("comment-" + result.criterionId(), result.comment());
            fields.put("letter", result.letter());
            fields.put("letterOn", result.letterOn().toString());
        });
        return FormInput.of(fields);
    }

    private FederalKey key(String place, Integer year, int stage, Viewer viewer) {
        Place region = place.isEmpty() ? regions(viewer).stream().findFirst().map(Choice::place).orElseThrow(() -> new NotYours("place", place))
            : Place.ofKey(place).filter(one -> one.level() == Level.REGION).orElseThrow(() -> new NotYours("place", place));
        FederalKey asked = new FederalKey(region.id(), year == null || !Days.canBeMeant(year) ? LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear() : year, stage == 2 ? 2 : 1);
        access.requireReading(viewer, asked);
        return asked;
    }

    private List<Choice> regions(Viewer viewer) {
        return places.choices(viewer, Place.FEDERATION).stream().filter(choice -> choice.place().level() == Level.REGION).toList();
    }

    private Map<Long, String> names(List<FederalResult> shown) {
        Set<Long> people = shown.stream().flatMap(one -> Stream.of(Optional.of(one.enteredBy()), Optional.ofNullable(one.replacedBy())))
            .flatMap(Optional::stream).collect(toSet());
        return staff.people(people).values().stream().collect(toMap(Person::id, Person::fullName));
    }
}
