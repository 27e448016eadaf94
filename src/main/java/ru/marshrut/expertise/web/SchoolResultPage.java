package ru.marshrut.expertise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.expertise.result.ResultReading;
import ru.marshrut.expertise.result.SchoolLetterWriter;
import ru.marshrut.expertise.result.SchoolResult;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/**
 * What the experts found in one school, with the letter to download: for the school, its curator and its municipality once it is
 * released, for the region at any time. Experts are not named.
 */
@Controller
@RequestMapping("/schools/{schoolId:\\d{1,18}}/expertise/{expertiseId:\\d{1,18}}")
class SchoolResultPage {

    private final ExpertiseRows expertises;
    private final SampleRows samples;
    private final ExpertiseAccess access;
    private final ResultReading reading;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    SchoolResultPage(ExpertiseRows expertises, SampleRows samples, ExpertiseAccess access, ResultReading reading, Territory territory, Staff staff,
                     Viewers viewers, MessageSource messages, Clock clock) {
        this.expertises = expertises;
        this.samples = samples;
        this.access = access;
        this.reading = reading;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long schoolId, @PathVariable long expertiseId, Model model) {
        SchoolResult result = seen(schoolId, expertiseId);
        Region region = territory.region(result.expertise().regionId());
        model.addAttribute("result", result);
        model.addAttribute("expertise", result.expertise());
        model.addAttribute("region", region.name());
        model.addAttribute("zone", region.zone());
        model.addAttribute("part", Part.CONTENT);
        return "expertise/school-result";
    }

    @GetMapping("/letter.docx")
    void letter(@PathVariable long schoolId, @PathVariable long expertiseId, HttpServletResponse response) throws IOException {
        SchoolResult result = seen(schoolId, expertiseId);
        Region region = territory.region(result.expertise().regionId());
        String signer = staff.holding(Role.REGIONAL_COORDINATOR, Place.region(region.id()), LocalDate.ofInstant(clock.instant(), region.zone()))
            .stream().findFirst().map(Person::fullName).orElse("");
        response.setContentType(SchoolLetterWriter.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(messages.getMessage("expertise-result.letter.fileName",
                new Object[] {result.expertise().stage(), String.valueOf(result.expertise().year())}, Locale.forLanguageTag("ru")), StandardCharsets.UTF_8)
            .build().toString());
        new SchoolLetterWriter(messages).write(result, new SchoolLetterWriter.Frame(region.name(), region.zone(), signer, clock.instant()),
            response.getOutputStream());
    }

    private SchoolResult seen(long schoolId, long expertiseId) {
        Viewer viewer = viewers.current();
        if (samples.all(expertiseId).stream().noneMatch(school -> school.schoolId() == schoolId
            && access.maySeeResult(expertises.get(expertiseId), school, viewer))) {
            throw new NotYours("school result", expertiseId);
        }
        return reading.ofSchool(expertiseId, schoolId).orElseThrow();
    }
}
