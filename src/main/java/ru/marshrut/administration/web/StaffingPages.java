package ru.marshrut.administration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.administration.invitations.Invitations;
import ru.marshrut.administration.staffing.Concern;
import ru.marshrut.administration.staffing.Finding;
import ru.marshrut.administration.staffing.StaffingReview;
import ru.marshrut.administration.staffing.StaffingReview.Reviewed;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** What the staff of a region or municipality lacks, with the way to put it right. */
@Controller
@RequestMapping("/territory/{level:regions|municipalities}/{id}/staffing")
class StaffingPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /**
     * @param municipality of a school, else empty
     * @param remedy       address of the page where it is put right, or null
     */
    record Line(Concern concern, Person person, String place, String municipality, String detail, String remedy) {}

    record Section(Concern concern, List<Line> lines) {}

    private final StaffingReview review;
    private final Invitations invitations;
    private final Territory territory;
    private final Keeping keeping;
    private final MessageSource messages;
    private final Clock clock;

    StaffingPages(StaffingReview review, Invitations invitations, Territory territory, Keeping keeping, MessageSource messages, Clock clock) {
        this.review = review;
        this.invitations = invitations;
        this.territory = territory;
        this.keeping = keeping;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String level, @PathVariable long id, Model model) {
        Place place = place(level, id);
        keeping.requireSight(place);
        Reviewed reviewed = review.of(place);
        boolean coordinates = keeping.coordinates(place);
        model.addAttribute("name", name(place));
        model.addAttribute("page", page(place));
        model.addAttribute("back", coordinates ? TerritoryPages.link(place) : null);
        model.addAttribute("reviewed", reviewed);
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("sections", sections(reviewed, coordinates));
        return "administration/staffing";
    }

    private List<Section> sections(Reviewed reviewed, boolean coordinates) {
        return Arrays.stream(Concern.values()).map(concern -> new Section(concern, reviewed.of(concern).stream()
            .map(finding -> line(finding, reviewed, coordinates)).toList())).filter(section -> !section.lines().isEmpty()).toList();
    }

    private Line line(Finding finding, Reviewed reviewed, boolean coordinates) {
        Place place = finding.place();
        School school = place.level() == Level.SCHOOL ? reviewed.schools().get(place.id()) : null;
        String where = school != null ? school.name() : place.level() == Level.MUNICIPALITY ? reviewed.municipalities().get(place.id())
            : place.level() == Level.REGION ? territory.region(place.id()).name() : "";
        Person person = finding.personId() == null ? null : reviewed.people().get(finding.personId());
        String remedy = switch (finding.concern().remedy()) {
            case SCHOOL, MUNICIPALITY -> TerritoryPages.link(place) + "#appointments";
            case PERSON -> "/territory/people/" + finding.personId();
            case INCIDENTS -> "/mail/incidents";
            case INVITATION -> null;
        };
        return new Line(finding.concern(), person, where, school == null ? "" : reviewed.municipalities().get(school.municipalityId()),
            detail(finding, reviewed), coordinates ? remedy : null);
    }

    private String detail(Finding finding, Reviewed reviewed) {
        String others = finding.others().stream().map(reviewed.schools()::get).filter(Objects::nonNull).map(School::name).collect(Collectors.joining("; "));
        return switch (finding.concern()) {
            case TOO_MANY_SCHOOLS -> keeping.text("administration.staffing.schools", String.valueOf(finding.others().size()), others);
            case ENDS_SOON -> keeping.text("administration.staffing.until", keeping.text("territory.role." + finding.role()), day(finding.day()));
            case NO_ACCOUNT -> reviewed.invited().containsKey(finding.personId())
                ? keeping.text("administration.staffing.invited", day(reviewed.invited().get(finding.personId()).atZone(zone(reviewed)).toLocalDate()))
                : keeping.text("administration.staffing.notInvited");
            default -> others;
        };
    }

    private ZoneId zone(Reviewed reviewed) {
        return reviewed.schools().values().stream().findFirst().map(school -> territory.region(school.regionId()).zone())
            .orElse(Viewers.FEDERATION_ZONE);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Invites the ticked people; whoever is not without an account here is left out. */
    @PostMapping("/invitations")
    String invite(@PathVariable String level, @PathVariable long id, @RequestParam(defaultValue = "") Set<Long> people, RedirectAttributes back) {
        Place place = place(level, id);
        keeping.requireCoordinator(place);
        return keeping.change(page(place), "chosen", people, back, "administration.staffing.invitationsSent", () -> {
            List<Long> ours = review.of(place).of(Concern.NO_ACCOUNT).stream().map(Finding::personId).filter(people::contains).distinct().toList();
            if (ours.isEmpty()) {
                throw Refusal.ofField("people", "administration.staffing.nobody");
            }
            if (invitations.invite(ours) == 0) {
                throw Refusal.ofField("people", "administration.staffing.invitedAlready");
            }
        });
    }

    @GetMapping("/export")
    void export(@PathVariable String level, @PathVariable long id, HttpServletResponse response) throws IOException {
        Place place = place(level, id);
        keeping.requireSight(place);
        Reviewed reviewed = review.of(place);
        Texts texts = new Texts(messages, "administration.staffing", zone(reviewed));
        List<Column> columns = List.of(new Column(texts.of("column.concern"), 36), new Column(texts.of("column.municipality"), 26),
            new Column(texts.of("column.place"), 36), new Column(texts.of("column.person"), 34), new Column(texts.of("column.detail"), 60));
        Workbooks.answer(response, keeping.text("administration.staffing.fileName"));
        try (Workbook book = new Workbook(texts.of("title", name(place)), texts, clock.instant())) {
            Workbook.Sheet sheet = book.sheet(texts.of("sheet"), texts.of("title", name(place)), texts.of("asOf", day(reviewed.on())),
                PrintSetup.A4_PAPERSIZE, 0, columns);
            sections(reviewed, false).stream().flatMap(section -> section.lines().stream()).forEach(line -> sheet.line()
                .text(keeping.text("administration.staffing." + line.concern())).text(line.municipality()).text(line.place())
                .text(line.person() == null ? "" : line.person().fullName()).text(line.detail()));
            sheet.end();
            book.writeTo(response.getOutputStream());
        }
    }

    private String name(Place place) {
        return place.level() == Level.REGION ? territory.region(place.id()).name() : territory.municipality(place.id()).name();
    }

    private static Place place(String level, long id) {
        return switch (level) {
            case "regions" -> Place.region(id);
            case "municipalities" -> Place.municipality(id);
            default -> throw new NotYours(level, id);
        };
    }

    private static String page(Place place) {
        return TerritoryPages.link(place) + "/staffing";
    }
}
