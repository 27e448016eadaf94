package ru.marshrut.expertise.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.checks.CheckTables;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Territory;

/** All checks of one school, for its region; none of the school's experts gets here. */
@Controller
class SchoolChecksPage {

    private final Expertises expertises;
    private final SampleRows schools;
    private final Checks checks;
    private final CheckTables tables;
    private final ExpertiseAccess access;
    private final Histories histories;
    private final Territory territory;
    private final Viewers viewers;

    SchoolChecksPage(Expertises expertises, SampleRows schools, Checks checks, CheckTables tables, ExpertiseAccess access, Histories histories,
                     Territory territory, Viewers viewers) {
        this.expertises = expertises;
        this.schools = schools;
        this.checks = checks;
        this.tables = tables;
        this.access = access;
        this.histories = histories;
        this.territory = territory;
        this.viewers = viewers;
    }

    @GetMapping("/expertises/{id:\\d{1,18}}/schools/{sampledSchoolId:\\d{1,18}}")
    String show(@PathVariable long id, @PathVariable long sampledSchoolId, Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = access.visible(expertises.get(id), viewer);
        SampledSchool school = schools.get(sampledSchoolId);
        if (school.expertiseId() != id || !access.compares(expertise, checks.of(sampledSchoolId), viewer)) {
            throw new NotYours(Expertises.SCHOOL_SUBJECT, sampledSchoolId);
        }
        model.addAttribute("expertise", expertise);
        model.addAttribute("sampled", school);
        model.addAttribute("school", territory.school(school.schoolId()));
        model.addAttribute("table", tables.of(sampledSchoolId));
        model.addAttribute("part", Part.CONTENT);
        model.addAttribute("zone", territory.region(expertise.regionId()).zone());
        model.addAttribute("history", histories.about(Subject.of(Expertises.SCHOOL_SUBJECT, sampledSchoolId),
            Subject.of(SchoolExpertiseModel.KEY, sampledSchoolId)));
        return "expertise/school-checks";
    }
}
