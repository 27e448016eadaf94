package ru.marshrut.schoolyear.profile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.SurveyRows;
import ru.marshrut.shared.Refusal;

/** The survey by which the risk profile is made (seed 003 row 5). */
@Service
@Transactional
public class Surveys {

    private final SurveyRows rows;
    private final SchoolYears years;
    private final StageCourse course;
    private final AuditTrail audit;

    Surveys(SurveyRows rows, SchoolYears years, StageCourse course, AuditTrail audit) {
        this.rows = rows;
        this.years = years;
        this.course = course;
        this.audit = audit;
    }

    /** People of a group, and how many of them took part. */
    public record Count(int invited, int answered) {}

    @Transactional(readOnly = true)
    public Survey of(long yearId) {
        return rows.survey(yearId);
    }

    public void open(long yearId) {
        course.open(yearId, Stage.SURVEY);
    }

    /** @param counts by group, one for each; refused by field {@code answered_<group>} where more took part than there are */
    public void report(long yearId, LocalDate on, Map<String, Count> counts) {
        ReportedDay.checked("on", on, years.get(yearId).year(), course.today(yearId));
        for (Survey.Group group : rows.survey(yearId).groups()) {
            Count count = counts.get(group.code());
            if (count.answered() > count.invited()) {
                throw Refusal.ofField("answered_" + group.code(), "schoolyear.survey.moreThanThereAre", group.name(), count.answered(), count.invited());
            }
        }
        if (counts.values().stream().allMatch(count -> count.answered() == 0)) {
            throw Refusal.of("schoolyear.survey.nobody");
        }
        rows.put(yearId, counts);
        course.done(yearId, Stage.SURVEY, on);
        Survey reported = rows.survey(yearId);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("on", on);
        facts.put("invited", reported.invited());
        facts.put("answered", reported.answered());
        facts.put("groups", reported.groups().stream().map(group -> group.code() + "=" + group.answered() + "/" + group.invited())
            .collect(Collectors.joining(",")));
        audit.record("schoolyear.surveyReported", Subject.of(SchoolYears.SUBJECT, yearId), facts);
    }
}
