package ru.marshrut.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.simulation.MadeCountry.MadeRegion;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** What happens in a region's year beside the tasks; the first schools of a region are those to whom it happens. */
class Events {

    private static final int LEAVES = 0;
    private static final int IS_MERGED = 1;
    private static final int JOINS_LATE = 2;
    private static final int NEVER_ASKED = 3;

    private final Map<LocalDate, List<Event>> calendar = new HashMap<>();
    private final Participations participations;
    private final YearStarts starts;
    private final YearEnds ends;
    private final SchoolYears years;
    private final Rounds rounds;
    private final Monitoring monitoring;
    private final SchoolConversations conversations;
    private final Staff staff;
    private final Absences absences;
    private final OpenTasks open;
    private final Tasks tasks;
    private final Viewers viewers;
    private final Keyboard keyboard;

    Events(Participations participations, YearStarts starts, YearEnds ends, SchoolYears years, Rounds rounds, Monitoring monitoring,
           SchoolConversations conversations, Staff staff, Absences absences, OpenTasks open, Tasks tasks, Viewers viewers, Keyboard keyboard) {
        this.participations = participations;
        this.starts = starts;
        this.ends = ends;
        this.years = years;
        this.rounds = rounds;
        this.monitoring = monitoring;
        this.conversations = conversations;
        this.staff = staff;
        this.absences = absences;
        this.open = open;
        this.tasks = tasks;
        this.viewers = viewers;
        this.keyboard = keyboard;
        on(1, 24, this::select);
        on(3, 1, this::replaceCurator);
        on(3, 20, this::joinLate);
        on(4, 11, this::askForMoreTime);
        on(4, 20, this::talk);
        on(5, 3, this::leave);
        on(5, 10, this::fallIll);
        on(7, 4, this::openAgain);
        on(8, 8, this::merge);
        on(9, 5, this::openRound);
        on(12, 30, this::close);
    }

    private interface Event {

        void happensIn(MadeRegion region, Viewer regional);
    }

    void happen(LocalDate day, List<MadeRegion> regions) {
        for (Event event : calendar.getOrDefault(day, List.of())) {
            for (MadeRegion region : regions) {
                as(region.regional(), () -> event.happensIn(region, viewers.of(region.regional())));
            }
        }
    }

    private void on(int month, int day, Event event) {
        calendar.computeIfAbsent(LocalDate.of(SimulatedYear.YEAR, month, day), any -> new ArrayList<>()).add(event);
    }

    /** The region names its participants by order and starts their years. */
    private void select(MadeRegion region, Viewer regional) {
        List<Long> selected = new ArrayList<>(region.schools());
        selected.remove(JOINS_LATE);
        selected.remove(NEVER_ASKED - 1);
        participations.takePart(selected, SimulatedYear.YEAR, LocalDate.of(SimulatedYear.YEAR, 1, 24), "№ 106 от 10.01.2022");
        starts.start(regional, Place.region(region.id()), SimulatedYear.YEAR);
    }

    private void joinLate(MadeRegion region, Viewer regional) {
        starts.joinLate(regional, region.schools().get(JOINS_LATE), SimulatedYear.YEAR, "№ 118 от 18.03.2022");
    }

    private void leave(MadeRegion region, Viewer regional) {
        year(region, LEAVES).filter(SchoolYear::isRunning).ifPresent(year -> ends.leave(regional, year.id(), "Школа закрыта на капитальный ремонт"));
    }

    private void merge(MadeRegion region, Viewer regional) {
        year(region, IS_MERGED).filter(SchoolYear::isRunning)
            .ifPresent(year -> ends.merge(regional, year.id(), region.schools().get(JOINS_LATE), "Реорганизация"));
    }

    /** All schools of the region's last curator go over to the first. */
    private void replaceCurator(MadeRegion region, Viewer regional) {
        long leaving = region.curators().get(region.curators().size() - 1);
        LocalDate today = LocalDate.of(SimulatedYear.YEAR, 3, 1);
        for (Appointment held : staff.appointmentsOf(leaving, today)) {
            staff.end(held.id(), today.minusDays(1), "Перевод");
            staff.appoint(region.curators().get(0), Role.CURATOR, held.place(), today, "№ 41");
        }
    }

    /** Away in the days in which monitoring is checked; another curator of the region stands in. */
    private void fallIll(MadeRegion region, Viewer regional) {
        if (region.curators().size() > 2) {
            LocalDate today = LocalDate.of(SimulatedYear.YEAR, 5, 10);
            absences.enter(region.curators().get(1), region.curators().get(0), today, today.plusDays(20), Absence.Kind.values()[0]);
        }
    }

    private void askForMoreTime(MadeRegion region, Viewer regional) {
        for (long school : region.schools()) {
            if (school % 16 == 5) {
                open.within(Place.school(school), 50).stream().filter(task -> task.step().equals(ConceptDocumentsModel.SEND)).findFirst()
                    .ifPresent(task -> ask(task, coordinator(school)));
            }
        }
    }

    private void ask(OpenTask task, long person) {
        as(person, () -> tasks.requestExtension(task.id(), viewers.of(person), LocalDate.of(SimulatedYear.YEAR, 5, 13), "Карантин в школе"));
    }

    private void talk(MadeRegion region, Viewer regional) {
        for (SchoolYear year : running(region)) {
            if (year.schoolId() % 8 == 3) {
                long person = coordinator(year.schoolId());
                as(person, () -> conversations.send(year.id(), viewers.of(person), "Подскажите, какие документы приложить?", true, null));
            }
        }
    }

    /** The first monitoring stage of some schools is opened again. */
    private void openAgain(MadeRegion region, Viewer regional) {
        for (SchoolYear year : running(region)) {
            if (year.schoolId() % 16 == 7 && years.standing(year.id(), Stage.MONITORING_1).doneOn() != null) {
                monitoring.reopen(year.id(), Stage.MONITORING_1, regional, "Не все материалы читаются", Set.of());
            }
        }
    }

    private void openRound(MadeRegion region, Viewer regional) {
        rounds.open(regional, Place.region(region.id()), SimulatedYear.YEAR, "Взаимоэкспертиза 2022", RoundCalendar.published2022(),
            running(region).stream().map(SchoolYear::schoolId).toList());
    }

    /** What is not done by now is not waited for any longer. */
    private void close(MadeRegion region, Viewer regional) {
        ends.close(regional, running(region).stream().map(SchoolYear::id).toList(), "Год завершён, этапы не пройдены");
    }

    private java.util.Optional<SchoolYear> year(MadeRegion region, int school) {
        return years.of(region.schools().get(school), SimulatedYear.YEAR);
    }

    private List<SchoolYear> running(MadeRegion region) {
        return years.ofSchools(region.schools(), SimulatedYear.YEAR).values().stream().filter(SchoolYear::isRunning)
            .sorted(Comparator.comparingLong(SchoolYear::schoolId)).toList();
    }

    private long coordinator(long school) {
        return staff.historyOf(Place.school(school)).stream().filter(held -> held.role() == Role.SCHOOL_COORDINATOR).findFirst().orElseThrow().personId();
    }

    private void as(long person, Runnable action) {
        keyboard.as(person, () -> {
            action.run();
            return null;
        });
    }
}
