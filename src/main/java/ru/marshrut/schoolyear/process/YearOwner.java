package ru.marshrut.schoolyear.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ru.marshrut.schoolyear.Extensions;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;

/** A model of a school's year: more time is given to the stage that a step belongs to. */
abstract class YearOwner implements ProcessOwner {

    private final String processKey;
    private final Set<String> sentBack;
    private final StageCourse course;
    private final YearEngine engine;
    private final Extensions extensions;

    /** @param sentBack steps whose work goes back to whoever did it, with a comment */
    YearOwner(String processKey, Set<String> sentBack, StageCourse course, YearEngine engine, Extensions extensions) {
        this.processKey = processKey;
        this.sentBack = sentBack;
        this.course = course;
        this.engine = engine;
        this.extensions = extensions;
    }

    @Override
    public final String processKey() {
        return processKey;
    }

    @Override
    public final void lock(OpenTask task) {
        course.lock(YearKey.yearOf(task.businessKey()));
    }

    /** Checks and decisions are asked for as often as there is something to answer, visits as often as they are planned. */
    @Override
    public final boolean comesUpAgain(String step) {
        return !sentBack.contains(step);
    }

    /** The stage whose date a step keeps; empty for checks and decisions, which have dates of their own. */
    abstract Optional<Stage> stageOf(String step, String businessKey);

    @Override
    public final boolean extendable(OpenTask task) {
        return stageOf(task.step(), task.businessKey()).isPresent();
    }

    @Override
    public final Optional<Place> grantedAt(OpenTask task, LocalDate until) {
        return stageOf(task.step(), task.businessKey()).map(stage -> extensions.grantedAt(YearKey.yearOf(task.businessKey()), stage, until));
    }

    @Override
    public final void decideOn(OpenTask task, long extensionId) {
        engine.extensionRequested(task.id(), extensionId);
    }

    @Override
    public final void extend(OpenTask task, LocalDate until) {
        course.extend(YearKey.yearOf(task.businessKey()), stageOf(task.step(), task.businessKey()).orElseThrow(), until);
    }
}
