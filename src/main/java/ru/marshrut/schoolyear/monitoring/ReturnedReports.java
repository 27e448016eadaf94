package ru.marshrut.schoolyear.monitoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.persistence.MonitoringRows;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;

/** Why a school is asked for its reports again: what the curator returned, or who opened the completed stage. */
@Component
@Transactional(readOnly = true)
class ReturnedReports implements ReturnReasons {

    private final MonitoringRows rows;
    private final Staff staff;

    ReturnedReports(MonitoringRows rows, Staff staff) {
        this.rows = rows;
        this.staff = staff;
    }

    @Override
    public Optional<ReturnReason> of(OpenTask task) {
        if (!task.processKey().equals(MonitoringModel.KEY) || !task.step().equals(MonitoringModel.REPORT)) {
            return Optional.empty();
        }
        YearKey key = YearKey.of(task.businessKey());
        Stage stage = Stage.monitoring(key.monitoring());
        List<Report> returned = rows.latest(key.yearId(), stage).values().stream()
            .filter(report -> report.reopenedAt() == null && Boolean.FALSE.equals(report.accepted())).sorted(Comparator.comparing(Report::id)).toList();
        if (!returned.isEmpty()) {
            return Optional.of(new ReturnReason(name(returned.get(0).decidedBy()), returned.stream()
                .map(report -> report.title() + ": " + report.comment()).collect(Collectors.joining("\n"))));
        }
        return rows.placements(key.yearId(), stage).stream().filter(placement -> placement.withdrawnAt() != null).reduce((earlier, last) -> last)
            .map(placement -> new ReturnReason(name(placement.withdrawnBy()), placement.reason()));
    }

    private String name(long personId) {
        return staff.person(personId).fullName();
    }
}
