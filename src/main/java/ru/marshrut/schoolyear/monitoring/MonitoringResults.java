package ru.marshrut.schoolyear.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.marshrut.schoolyear.Stage;

/** What a monitoring stage has shown of a school's anti-risk programme. Reading throws {@link java.util.NoSuchElementException} for an unknown year. */
public interface MonitoringResults {

    /**
     * As pinned when the stage was completed, else as it stands now.
     *
     * @param stage {@link Stage#MONITORING_1} or {@link Stage#MONITORING_2}
     */
    Result of(long yearId, Stage stage);

    /** The reports by which the measures were judged, by id. */
    Map<Long, Report> reports(Result result);

    /**
     * @param completed whether the stage is: then nothing of it changes any more, unless it is opened again
     * @param rows      one for each measure of the programme, in its order
     */
    record Result(long yearId, Stage stage, boolean completed, List<Row> rows) {

        public int planned() {
            return rows.size();
        }

        /** Carried out and confirmed by the curator, proven or not. */
        public long done() {
            return rows.stream().filter(row -> row.standing().isDone()).count();
        }

        public long proven() {
            return rows.stream().filter(row -> row.standing().isProven()).count();
        }

        /** Planned measures whose day has not come: for people to read, they stay in the denominator. */
        public long notDue() {
            return rows.stream().filter(row -> row.standing() == MeasureStanding.NOT_DUE).count();
        }

        /** Empty where the school has no programme: no share can be computed of nothing. */
        public Optional<Share> share() {
            return rows.isEmpty() ? Optional.empty() : Optional.of(new Share(proven(), planned()));
        }
    }

    /**
     * @param reportId the report that it was judged by, or null
     */
    record Row(long measureId, String direction, String title, LocalDate lastDay, MeasureStanding standing, Long reportId) {}

    /**
     * «Реализация школьной антирисковой программы» (seed 001, monitoring of the second stage; its remark «большая часть запланированных
     * школами мероприятий не проведена и не подтверждена»): measures done with evidence and confirmed by the curator, of all that the
     * programme plans, whether their day has come or not.
     */
    record Share(long proven, int planned) {

        /** Whether the exact share is at least this many percent: 24.9 % does not reach 25. */
        public boolean reaches(int percent) {
            return proven * 100 >= (long) percent * planned;
        }

        /** For people to read, cut (not rounded) to two places, so that it never shows a bound that was not reached. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(proven * 100).divide(BigDecimal.valueOf(planned), 2, RoundingMode.DOWN);
        }
    }
}
