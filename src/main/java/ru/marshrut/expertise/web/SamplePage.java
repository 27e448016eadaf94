package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toSet;
import static ru.marshrut.expertise.web.Answers.typed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.sample.DrawingProtocol;
import ru.marshrut.expertise.sample.DrawingProtocols;
import ru.marshrut.expertise.sample.SampleChanges;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The sample of an expertise: rule, lots, what was decided by hand, drawing again with a dry run, the protocol. */
@Controller
@RequestMapping("/expertises/{id:\\d{1,18}}/sample")
class SamplePage {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Expertises expertises;
    private final DrawingProtocols protocols;
    private final SampleChanges changes;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final Viewers viewers;
    private final Answers answers;

    SamplePage(Expertises expertises, DrawingProtocols protocols, SampleChanges changes, ExpertiseAccess access, Territory territory, Viewers viewers,
               Answers answers) {
        this.expertises = expertises;
        this.protocols = protocols;
        this.changes = changes;
        this.access = access;
        this.territory = territory;
        this.viewers = viewers;
        this.answers = answers;
    }

    /** What drawing again would change, by the names of the schools. */
    record Preview(long seed, int candidates, int drawn, List<String> comes, List<String> goes) {}

    /** @param seed with which drawing again is tried; nothing is changed by it */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) String seed, Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = access.visible(expertises.get(id), viewer);
        boolean coordinates = access.coordinates(expertise, viewer);
        DrawingProtocol protocol = protocols.of(expertise);
        boolean sampling = expertise.status() == Status.SAMPLING;
        boolean adds = coordinates && (sampling || expertise.status() == Status.ASSIGNING);
        model.addAttribute("expertise", expertise);
        model.addAttribute("protocol", protocol);
        model.addAttribute("redraws", coordinates && sampling && protocol.isDrawn());
        model.addAttribute("adds", adds);
        model.addAttribute("excludes", adds || coordinates && expertise.status() == Status.CHECKING);
        model.addAttribute("others", adds ? others(expertise, protocol) : List.of());
        model.addAttribute("seed", seed);
        answers.nothingTypedByDefault(model);
        if (seed != null && coordinates) {
            try {
                model.addAttribute("preview", preview(viewer, id, seed));
            } catch (Refusal refusal) {
                model.addAttribute("refused", answers.words(refusal.code(), refusal.arguments()));
            }
        }
        return "expertise/sample";
    }

    @PostMapping("/drawing")
    String drawAgain(@PathVariable long id, @RequestParam(defaultValue = "") String seed, @RequestParam(defaultValue = "") String reason,
                     RedirectAttributes back) {
        return change(id, "expertise.sample.done.drawnAgain", "draw", typed("seed", seed, "reason", reason), back,
            viewer -> changes.drawAgain(viewer, id, number(seed), reason));
    }

    @PostMapping("/schools")
    String add(@PathVariable long id, @RequestParam(required = false) Long school, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "expertise.sample.done.added", "add", typed("school", school, "reason", reason), back, viewer -> {
            if (school == null) {
                throw Refusal.ofField("school", "expertise.sample.schoolMissing");
            }
            changes.add(viewer, id, school, reason);
        });
    }

    @PostMapping("/schools/{sampledId:\\d{1,18}}/exclusion")
    String exclude(@PathVariable long id, @PathVariable long sampledId, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "expertise.sample.done.excluded", "exclude-" + sampledId, typed("reason", reason), back,
            viewer -> changes.exclude(viewer, id, sampledId, reason));
    }

    @GetMapping("/protocol.docx")
    void protocol(@PathVariable long id, HttpServletResponse response) throws IOException {
        Expertise expertise = access.visible(expertises.get(id), viewers.current());
        if (!protocols.of(expertise).isDrawn()) {
            throw new NotYours("protocol", id);
        }
        response.setContentType(DOCX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(answers.words("expertise-protocol.fileName", expertise.stage(), String.valueOf(expertise.year())), StandardCharsets.UTF_8)
            .build().toString());
        protocols.write(expertise, response.getOutputStream());
    }

    private interface Change {
        void by(Viewer viewer);
    }

    private String change(long id, String done, String form, Map<String, String> typed, RedirectAttributes back, Change change) {
        Viewer viewer = viewers.current();
        access.coordinated(expertises.get(id), viewer);
        return answers.carryOut("/expertises/" + id + "/sample", done, form, typed, back, () -> change.by(viewer));
    }

    private Preview preview(Viewer viewer, long id, String seed) {
        SampleChanges.Outlook outlook = changes.outlook(viewer, id, number(seed));
        return new Preview(number(seed), outlook.candidates(), outlook.drawn(), names(outlook.comes()), names(outlook.goes()));
    }

    private List<String> names(Set<Long> schools) {
        return territory.schools(schools).values().stream().map(School::name).sorted().toList();
    }

    private List<School> others(Expertise expertise, DrawingProtocol protocol) {
        Set<Long> in = protocol.municipalities().stream().flatMap(one -> one.lines().stream()).filter(DrawingProtocol.Line::isChecked)
            .map(DrawingProtocol.Line::schoolId).collect(toSet());
        return territory.schoolsWithin(Place.region(expertise.regionId())).stream().filter(school -> !in.contains(school.id()))
            .sorted(Comparator.comparing(School::name)).toList();
    }

    private static long number(String seed) {
        String typed = seed.strip();
        if (!typed.matches("-?\\d{1,18}")) {
            throw Refusal.ofField("seed", "expertise.sample.seedWrong", typed);
        }
        return Long.parseLong(typed);
    }
}
