package ru.marshrut.schoolyear.profile;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.schoolyear.CuratorDecisions;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.ProfileRows;
import ru.marshrut.schoolyear.profile.RiskDirection.Act;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.OpenTask;

/** The curator looks at each direction of the profile; where he disputes one, the municipal coordinator decides. */
@Service
@Transactional
public class Verification {

    private final ProfileRows rows;
    private final SchoolYears years;
    private final StageCourse course;
    private final CuratorDecisions decisions;
    private final Outcomes outcomes;
    private final AuditTrail audit;
    private final Clock clock;

    Verification(ProfileRows rows, SchoolYears years, StageCourse course, CuratorDecisions decisions, Outcomes outcomes, AuditTrail audit,
                 Clock clock) {
        this.rows = rows;
        this.years = years;
        this.course = course;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Words for users: {@code schoolyear.verdict.<name>}. */
    public enum Verdict { CONFIRM, CORRECT, DISPUTE }

    /** @param level the curator's own, where he corrects; else null */
    public record Answer(Verdict verdict, RiskLevel level, String comment) {}

    /** What the coordinator decides of a disputed direction. */
    public record Ruling(RiskLevel level, String reason) {}

    /**
     * @param answers one for each direction; a wrong one is refused by its field, such as {@code comment_<direction>}
     * @return whether a direction is disputed
     */
    public boolean verify(long yearId, Map<String, Answer> answers, Viewer curator, OpenTask task) {
        List<RiskDirection> directions = rows.profile(yearId).directions();
        directions.forEach(direction -> check(direction, answers.get(direction.code())));
        for (RiskDirection direction : directions) {
            Answer answer = answers.get(direction.code());
            Act act = switch (answer.verdict()) {
                case CONFIRM -> Act.CONFIRMED;
                case CORRECT -> Act.CORRECTED;
                case DISPUTE -> Act.DISPUTED;
            };
            rows.say(yearId, direction.code(), act, answer.verdict() == Verdict.CORRECT ? answer.level() : direction.level(), answer.comment(),
                curator.personId(), clock.instant());
            decisions.record(yearId, Stage.VERIFICATION, direction.code(), answer.verdict() == Verdict.CONFIRM, answer.comment(), curator, task);
        }
        boolean disputed = answers.values().stream().anyMatch(answer -> answer.verdict() == Verdict.DISPUTE);
        audit.record("schoolyear.profileVerified", subject(yearId), facts(yearId, answers));
        if (!disputed) {
            settle(yearId);
        }
        return disputed;
    }

    private static void check(RiskDirection direction, Answer answer) {
        if (answer.verdict() != Verdict.CONFIRM && answer.comment().isEmpty()) {
            throw Refusal.ofField("comment_" + direction.code(), "schoolyear.verification.commentNeeded", direction.name());
        }
        if (answer.verdict() == Verdict.CORRECT && answer.level() == direction.level()) {
            throw Refusal.ofField("level_" + direction.code(), "schoolyear.verification.sameLevel", direction.name());
        }
    }

    private Map<String, Object> facts(long yearId, Map<String, Answer> answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            facts.put(verdict.name().toLowerCase(Locale.ROOT), answers.values().stream().filter(answer -> answer.verdict() == verdict).count());
        }
        facts.put("commented", answers.values().stream().filter(answer -> !answer.comment().isEmpty()).count());
        facts.put("levels", ProfileEntry.inOneLine(rows.profile(yearId).levels()));
        return facts;
    }

    /** @param rulings one for each disputed direction */
    public void decide(long yearId, Map<String, Ruling> rulings, Viewer coordinator) {
        for (RiskDirection direction : rows.profile(yearId).disputed()) {
            Ruling ruling = rulings.get(direction.code());
            rows.say(yearId, direction.code(), Act.DECIDED, ruling.level(), ruling.reason(), coordinator.personId(), clock.instant());
            audit.record("schoolyear.disputeDecided", subject(yearId),
                Map.of("direction", direction.code(), "name", direction.name(), "level", ruling.level()), ruling.reason());
        }
        settle(yearId);
    }

    /** A verified profile has been analysed, too: the municipal road maps build on it (seed 003 row 13). */
    private void settle(long yearId) {
        SchoolYear year = years.get(yearId);
        course.done(yearId, Stage.VERIFICATION, course.today(yearId));
        outcomes.record(List.of(new Outcomes.Outcome(OutcomeKind.RISK_PROFILE_ANALYSED, Outcomes.Member.school(year.schoolId(), year.regionId()),
            year.year(), null, course.today(yearId), true)));
        course.open(yearId, Stage.ACTIVATION);
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
