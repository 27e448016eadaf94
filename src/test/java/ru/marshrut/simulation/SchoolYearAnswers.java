package ru.marshrut.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.access.Viewer;
import ru.marshrut.local.demo.YearForms;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.concept.ConceptDocuments;
import ru.marshrut.schoolyear.monitoring.MonitoringLines;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.SchoolYearModel;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.Surveys;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The stages of the schools' years. */
class SchoolYearAnswers implements Answers {

    private static final Set<String> PROCESSES = Set.of(SchoolYearModel.KEY, RiskProfileModel.KEY, ConceptDocumentsModel.KEY, MonitoringModel.KEY,
        CuratorVisitsModel.KEY);

    private final YearForms forms;
    private final Clock clock;

    SchoolYearAnswers(SchoolYears years, Surveys surveys, ProfileEntry profiles, ProgrammeDrafts programmes, ConceptDocuments documents,
                      MonitoringLines monitoring, BroughtPapers papers, Clock clock) {
        this.forms = new YearForms(years, surveys, profiles, programmes, documents, monitoring, papers::place, new Behaviour(SimulatedYear.SEED)::number);
        this.clock = clock;
    }

    @Override
    public boolean knows(OpenTask task) {
        return PROCESSES.contains(task.processKey());
    }

    @Override
    public FormInput filled(OpenTask task, Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.MOSCOW);
        return task.step().equals(SchoolYearModel.DECIDE_ON_EXTENSION)
            ? new FormInput(Map.of("granted", List.of("YES"), "until", List.of(today.plusDays(20).toString()), "reason", List.of("Причина уважительная")))
            : forms.filled(task, viewer, today);
    }
}
