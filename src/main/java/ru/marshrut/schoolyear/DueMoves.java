package ru.marshrut.schoolyear;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.RoadMapChanged;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.schoolyear.persistence.YearRows.Planned;
import ru.marshrut.schoolyear.persistence.YearRows.Running;

/** When a road map changes, what is not done yet of the years below it is due by its dates; tasks and timers follow. */
@Component
class DueMoves {

    private final YearRows rows;
    private final StagePlans plans;
    private final YearEngine engine;
    private final AuditTrail audit;

    DueMoves(YearRows rows, StagePlans plans, YearEngine engine, AuditTrail audit) {
        this.rows = rows;
        this.plans = plans;
        this.engine = engine;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(RoadMapChanged changed) {
        List<Running> years = rows.lockRunning(changed.place(), changed.year());
        if (years.isEmpty()) {
            return;
        }
        StagePlans.Published published = plans.published(years.stream().map(Running::municipalityId).collect(toSet()), changed.year());
        Map<Long, List<StageStanding>> standings = rows.standings(years.stream().map(Running::id).toList());
        List<Planned> moved = new ArrayList<>();
        List<AuditTrail.Fact> facts = new ArrayList<>();
        List<AuditTrail.Fact> lifted = new ArrayList<>();
        for (Running year : years) {
            List<StageStanding> now = standings.get(year.id());
            for (StagePlan plan : published.of(year.municipalityId(), year.joinedLateOn())) {
                StageStanding standing = now.get(plan.stage().ordinal());
                if (standing.doneOn() == null && !plan.holdsFor(standing)) {
                    moved.add(new Planned(year.id(), plan));
                    (plan.dueOn() == null ? lifted : facts).add(fact(standing, plan));
                }
            }
        }
        if (!moved.isEmpty()) {
            rows.plan(moved);
            Set<Long> ids = new TreeSet<>(moved.stream().map(Planned::yearId).toList());
            engine.follow(rows.all(ids));
            audit.recordAll("schoolyear.dueMoved", facts, null);
            audit.recordAll("schoolyear.dueLifted", lifted, null);
        }
    }

    private static AuditTrail.Fact fact(StageStanding standing, StagePlan plan) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("stage", plan.stage());
        put(parameters, "before", standing.dueOn());
        put(parameters, "after", plan.dueOn());
        put(parameters, "opens", plan.opensOn());
        return new AuditTrail.Fact(Subject.of(SchoolYears.SUBJECT, standing.schoolYearId()), parameters);
    }

    private static void put(Map<String, Object> parameters, String name, LocalDate day) {
        if (day != null) {
            parameters.put(name, day);
        }
    }
}
