package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.profile.Activation;
import ru.marshrut.schoolyear.profile.Activations;
import ru.marshrut.schoolyear.profile.FirstVisit;
import ru.marshrut.schoolyear.profile.FirstVisits;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.ProfileFiles;
import ru.marshrut.schoolyear.profile.ProfilePapers;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.schoolyear.profile.SchoolProfileFile;
import ru.marshrut.schoolyear.profile.Surveys;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;

/** The risk profile of a school's year, for everybody who may see the year; and the school's own file in the form of its step. */
@Controller
class ProfilePage {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Set<Stage> STAGES = Set.of(Stage.SURVEY, Stage.PROFILE, Stage.FIRST_VISIT, Stage.VERIFICATION, Stage.ACTIVATION);

    private final SchoolYears years;
    private final YearAccess access;
    private final StageCourse course;
    private final Surveys surveys;
    private final ProfileEntry profiles;
    private final SchoolProfileFile files;
    private final FirstVisits visits;
    private final Activations activations;
    private final Documents documents;
    private final Territory territory;
    private final Staff staff;
    private final Histories histories;
    private final Tasks tasks;
    private final Viewers viewers;
    private final MessageSource messages;

    ProfilePage(SchoolYears years, YearAccess access, StageCourse course, Surveys surveys, ProfileEntry profiles, SchoolProfileFile files,
                FirstVisits visits, Activations activations, Documents documents, Territory territory, Staff staff, Histories histories, Tasks tasks,
                Viewers viewers, MessageSource messages) {
        this.years = years;
        this.access = access;
        this.course = course;
        this.surveys = surveys;
        this.profiles = profiles;
        this.files = files;
        this.visits = visits;
        this.activations = activations;
        this.documents = documents;
        this.territory = territory;
        this.staff = staff;
        this.histories = histories;
        this.tasks = tasks;
        this.viewers = viewers;
        this.messages = messages;
    }

    /** A stage as it stands today. */
    record Standing(StageStanding stage, StageStanding.State state) {}

    @GetMapping("/school-years/{id:\\d{1,18}}/profile")
    String show(@PathVariable long id, Model model) {
        SchoolYear year = access.visible(years.get(id), viewers.current());
        RiskProfile profile = profiles.of(id);
        List<Activation> sent = activations.of(id);
        FirstVisit visit = visits.of(id).orElse(null);
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("zone", territory.region(year.regionId()).zone());
        model.addAttribute("stages", years.standings(id).stream().filter(stage -> STAGES.contains(stage.stage()))
            .map(stage -> new Standing(stage, stage.state(course.today(id)))).toList());
        model.addAttribute("survey", surveys.of(id));
        model.addAttribute("profile", profile);
        model.addAttribute("activations", sent);
        model.addAttribute("activated", sent.isEmpty() ? Set.of() : sent.get(sent.size() - 1).chosen());
        model.addAttribute("visit", visit);
        model.addAttribute("visitFiles", documents.in(ProfileFiles.visit(id)));
        model.addAttribute("papers", documents.in(SchoolDocuments.slot(year.schoolId(), year.year(), ProfilePapers.KIND)));
        model.addAttribute("names", territory.riskDirections());
        model.addAttribute("people", people(profile, sent, visit));
        model.addAttribute("history", histories.about(Subject.of(SchoolYears.SUBJECT, id)));
        return "schoolyear/profile";
    }

    private Map<Long, String> people(RiskProfile profile, List<Activation> sent, FirstVisit visit) {
        Set<Long> ids = new HashSet<>();
        profile.directions().forEach(direction -> direction.said().forEach(said -> ids.add(said.personId())));
        sent.forEach(activation -> {
            ids.add(activation.sentBy());
            if (activation.decidedBy() != null) {
                ids.add(activation.decidedBy());
            }
        });
        if (visit != null) {
            ids.add(visit.personId());
        }
        return staff.people(ids).values().stream().collect(Collectors.toMap(Person::id, Person::fullName));
    }

    @GetMapping("/school-years/{id:\\d{1,18}}/profile/template")
    void template(@PathVariable long id, HttpServletResponse response) throws IOException {
        SchoolYear year = access.visible(years.get(id), viewers.current());
        response.setContentType(WORKBOOK);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(messages.getMessage(
            "schoolyear.template.fileName", new Object[] {territory.school(year.schoolId()).code()}, Locale.forLanguageTag("ru")),
            StandardCharsets.UTF_8).build().toString());
        files.writeTemplate(id, response.getOutputStream());
    }

    /** The button stands in the form of the step: levels that the file gives replace those in the fields. */
    @PostMapping("/tasks/{taskId}/risk-profile")
    String takeOver(@PathVariable String taskId, @RequestParam(defaultValue = "false") boolean embedded,
                    @RequestParam MultiValueMap<String, String> typed) {
        Viewer viewer = viewers.current();
        OpenTask task = tasks.visible(taskId, viewer);
        if (!task.processKey().equals(RiskProfileModel.KEY) || !task.step().equals(RiskProfileModel.ENTER_PROFILE)) {
            throw new NotYours("step of the risk profile", taskId);
        }
        Map<String, List<String>> fields = typed.entrySet().stream().filter(field -> field.getKey().startsWith("level_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        files.read(YearKey.yearOf(task.businessKey())).levels().forEach((direction, level) -> fields.put("level_" + direction, List.of(level.name())));
        tasks.saveDraft(taskId, viewer, new FormInput(fields));
        return "redirect:/tasks/" + taskId + (embedded ? "?embedded=true" : "");
    }
}
