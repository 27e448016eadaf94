package ru.marshrut.expertise.appeals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Appeals;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.ExpertiseEngine;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.persistence.AppealRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Files appeals and decides them. Both lock the expertise: an appeal never slips in while its result is being locked. */
@Service
@Transactional
public class SchoolAppeals implements Appeals {

    /** Characters of an appeal, of its answer, of a remark. */
    public static final int LONGEST = 4000;

    private final AppealRows rows;
    private final ExpertiseRows expertises;
    private final Samples samples;
    private final Checks checks;
    private final Rubrics rubrics;
    private final ExpertiseAccess access;
    private final ExpertiseEngine engine;
    private final AppealLetters letters;
    private final AuditTrail audit;
    private final Staff staff;
    private final Territory territory;
    private final Clock clock;

    /** @param engine lazily, since the engine's tasks ask for appeals */
    SchoolAppeals(AppealRows rows, ExpertiseRows expertises, Samples samples, Checks checks, Rubrics rubrics, ExpertiseAccess access,
                  @Lazy ExpertiseEngine engine, AppealLetters letters, AuditTrail audit, Staff staff, Territory territory, Clock clock) {
        this.rows = rows;
        this.expertises = expertises;
        this.samples = samples;
        this.checks = checks;
        this.rubrics = rubrics;
        this.access = access;
        this.engine = engine;
        this.letters = letters;
        this.audit = audit;
        this.staff = staff;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * The school, or its region for it, answers a remark or a score; whoever decides is asked in the same transaction.
     *
     * @return the appeal's id
     * @throws NotYours where the viewer may not speak for the school, or the remark or score is not the school's
     * @throws Refusal before the release, after the last day, for one that waits for its answer, for an empty or long text
     */
    public long file(Viewer viewer, long sampledSchoolId, About about, String words) {
        SampledSchool school = samples.get(sampledSchoolId);
        Expertise expertise = expertises.lock(school.expertiseId());
        if (!access.maySeeResult(expertise, school, viewer) || !speaksFor(expertise, school, viewer)) {
            throw new NotYours(Expertises.SCHOOL_SUBJECT, sampledSchoolId);
        }
        requireOpen(expertise, school);
        Appealable appealed = one(expertise, school, about);
        if (appealed.waits()) {
            throw Refusal.ofField("words", "expertise.appeal.waits");
        }
        if (appealed.isWithdrawn()) {
            throw Refusal.ofField("words", "expertise.appeal.withdrawnAlready");
        }
        String text = readable("words", words, "expertise.appeal.empty");
        long id = rows.add(sampledSchoolId, about.remarkId(), about.criterionId(), text, appealed.points(), viewer.personId(), clock.instant());
        audit.record("expertise.appealFiled", subject(school), Map.of("appealId", id, "appealAbout", about.kind().name()), text);
        engine.appealFiled(expertise, id);
        return id;
    }

    /**
     * Keeps the remark or score, or changes it; school and curator are told.
     *
     * @throws NotYours where somebody else answers
     * @throws Refusal for an appeal that is answered, for what cannot be changed so, without words
     */
    public void decide(Viewer viewer, long appealId, Answer answer) {
        Appeal appeal = rows.get(appealId);
        SampledSchool school = samples.get(appeal.sampledSchoolId());
        Expertise expertise = expertises.lock(school.expertiseId());
        if (!answers(expertise, appeal, viewer)) {
            throw new NotYours("appeal", appealId);
        }
        if (!rows.get(appealId).isOpen() || expertise.isOver()) {
            throw Refusal.of("expertise.appeal.answered");
        }
        About about = About.of(appeal);
        if (!answer.decision().fits(about.kind())) {
            throw Refusal.ofField("decision", "work.form.unknownChoice", answer.decision().name());
        }
        Appealable appealed = one(expertise, school, about);
        String words = readable("answer", answer.words(), "expertise.appeal.noAnswer");
        Integer points = answer.decision() == Answer.Decision.CHANGE ? newPoints(appealed, answer.points()) : null;
        String remark = answer.decision() == Answer.Decision.REWORD ? newWords(appealed, answer.remark()) : null;
        rows.decide(appealId, answer.decision() != Answer.Decision.KEEP, points, remark, words, viewer.personId(), clock.instant());
        if (points != null) {
            rows.changeScore(school.id(), about.id(), points);
            audit.record("expertise.appealScoreChanged", subject(school), Map.of("appealId", appealId, "before", appealed.points(), "after", points), words);
        } else {
            audit.record("expertise.appealDecided", subject(school), Map.of("appealId", appealId, "appealDecision", answer.decision().name()), words);
        }
        letters.decided(expertise, school, appealed, rows.get(appealId), answer.decision());
    }

    @Override
    @Transactional(readOnly = true)
    public Appeal get(long appealId) {
        return rows.get(appealId);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<Appeal>> of(Collection<Long> sampledSchoolIds) {
        return rows.of(sampledSchoolIds);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyOpen(long expertiseId) {
        return rows.anyOpen(expertiseId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> expertOf(long appealId) {
        Appeal appeal = rows.get(appealId);
        LocalDate today = today(expertises.get(samples.get(appeal.sampledSchoolId()).expertiseId()));
        return Optional.ofNullable(checkOf(appealId).expertId()).filter(expert -> staff.careerOf(expert).stream()
            .anyMatch(held -> held.role() == Role.EXPERT && !held.startsOn().isAfter(today) && (held.endsOn() == null || !held.endsOn().isBefore(today))));
    }

    /** The check that the remark or the score comes from. */
    @Transactional(readOnly = true)
    public SchoolCheck checkOf(long appealId) {
        return checks.get(rows.checksOf(List.of(appealId)).get(appealId));
    }

    /** Scores of a school in the rubric's order, then the remarks of its checks. */
    @Transactional(readOnly = true)
    public List<Appealable> all(Expertise expertise, SampledSchool school) {
        List<Appeal> filed = rows.of(List.of(school.id())).getOrDefault(school.id(), List.of());
        List<Criterion> criteria = rubrics.get(expertise.rubricId()).criteria();
        List<SchoolScore> scores = checks.scoresOf(List.of(school.id())).getOrDefault(school.id(), List.of());
        List<Appealable> all = new ArrayList<>();
        for (Criterion criterion : criteria) {
            scores.stream().filter(score -> score.criterionId() == criterion.id()).forEach(score ->
                all.add(appealable(new About(About.Kind.SCORE, criterion.id()), criterion, null, score.points(), filed)));
        }
        for (SchoolCheck check : checks.of(school.id())) {
            for (CheckRemark remark : checks.remarks(check.id())) {
                Criterion criterion = criteria.stream().filter(one -> remark.criterionId() != null && one.id() == remark.criterionId())
                    .findFirst().orElse(null);
                all.add(appealable(new About(About.Kind.REMARK, remark.id()), criterion, remark.text(), null, filed));
            }
        }
        return all;
    }

    /** Throws {@link NotYours} where the school has no such remark or score. */
    @Transactional(readOnly = true)
    public Appealable one(Expertise expertise, SampledSchool school, About about) {
        return all(expertise, school).stream().filter(one -> one.about().equals(about)).findFirst()
            .orElseThrow(() -> new NotYours("appeal", about.key()));
    }

    /** Whether the viewer may appeal for the school today. */
    @Transactional(readOnly = true)
    public boolean mayFile(Expertise expertise, SampledSchool school, Viewer viewer) {
        return school.isIn() && expertise.status() == Expertise.Status.RELEASED && !today(expertise).isAfter(expertise.appealsUntil())
            && speaksFor(expertise, school, viewer);
    }

    private void requireOpen(Expertise expertise, SampledSchool school) {
        if (!school.isIn()) {
            throw Refusal.of("expertise.appeal.excluded", territory.school(school.schoolId()).name());
        }
        if (!expertise.isReleased()) {
            throw Refusal.of("expertise.appeal.notReleased");
        }
        if (expertise.isOver() || today(expertise).isAfter(expertise.appealsUntil())) {
            throw Refusal.of("expertise.appeal.tooLate", AppealLetters.DAY.format(expertise.appealsUntil()));
        }
    }

    private boolean speaksFor(Expertise expertise, SampledSchool school, Viewer viewer) {
        return viewer.answersFor(Role.SCHOOL_COORDINATOR, Place.school(school.schoolId())) || access.coordinates(expertise, viewer);
    }

    private boolean answers(Expertise expertise, Appeal appeal, Viewer viewer) {
        return access.checks(checkOf(appeal.id()), viewer) || expertOf(appeal.id()).isEmpty() && access.coordinates(expertise, viewer);
    }

    private static Integer newPoints(Appealable appealed, Integer points) {
        List<Integer> levels = appealed.criterion().levels().stream().map(Criterion.Level::points).toList();
        if (points == null || !levels.contains(points)) {
            throw Refusal.ofField("points", "expertise.appeal.noSuchLevel", points == null ? "" : points,
                levels.stream().map(String::valueOf).reduce((one, next) -> one + ", " + next).orElse(""));
        }
        if (points.equals(appealed.points())) {
            throw Refusal.ofField("points", "expertise.appeal.samePoints", points);
        }
        return points;
    }

    private static String newWords(Appealable appealed, String remark) {
        String words = readable("remark", remark, "expertise.appeal.noRemark");
        if (words.equals(appealed.words())) {
            throw Refusal.ofField("remark", "expertise.appeal.sameRemark");
        }
        return words;
    }

    private static String readable(String field, String text, String whenEmpty) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw Refusal.ofField(field, whenEmpty);
        }
        if (words.length() > LONGEST) {
            throw Refusal.ofField(field, "expertise.appeal.tooLong", words.length(), LONGEST);
        }
        return words;
    }

    private LocalDate today(Expertise expertise) {
        return LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
    }

    private static Appealable appealable(About about, Criterion criterion, String text, Integer points, List<Appeal> filed) {
        return new Appealable(about, criterion, text, points, filed.stream().filter(appeal -> About.of(appeal).equals(about)).toList());
    }

    private static Subject subject(SampledSchool school) {
        return Subject.of(Expertises.SCHOOL_SUBJECT, school.id());
    }
}
