package ru.marshrut.peerreview.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The outcome of a round; all its figures are counted from the circles. */
public record RoundReport(RoundHead head, List<CircleOutcome> circles) {

    public RoundReport {
        circles = List.copyOf(circles);
    }

    List<SchoolProgress> schools() {
        return circles.stream().filter(CircleOutcome::stands).flatMap(circle -> circle.schools().stream()).toList();
    }

    Figures figures() {
        return Figures.of(schools());
    }

    Map<String, Figures> byMunicipality() {
        return schools().stream().collect(Collectors.groupingBy(SchoolProgress::municipality, TreeMap::new,
            Collectors.collectingAndThen(Collectors.toList(), Figures::of)));
    }

    List<CircleOutcome> with(CircleOutcome.Result result) {
        return circles.stream().filter(circle -> circle.result() == result).toList();
    }

    long standing(Predicate<CircleOutcome> condition) {
        return circles.stream().filter(CircleOutcome::stands).filter(condition).count();
    }

    boolean isHeld(CircleMeeting meeting) {
        return meeting != null && !meeting.startsAt().isAfter(head.preparedAt());
    }

    /** Numbers of schools. */
    record Figures(long schools, long confirmed, long documents, long forms, long finalFiles, long uploaded, long checked, long late) {

        static Figures of(List<SchoolProgress> schools) {
            return new Figures(schools.size(),
                count(schools, school -> school.confirmedOn() != null),
                count(schools, school -> school.documentsOn() != null),
                count(schools, school -> school.formOn() != null),
                count(schools, school -> school.finalFileOn() != null),
                count(schools, school -> school.uploadedOn() != null),
                count(schools, school -> school.checkedOn() != null),
                count(schools, SchoolProgress::isLate));
        }

        private static long count(List<SchoolProgress> schools, Predicate<SchoolProgress> condition) {
            return schools.stream().filter(condition).count();
        }
    }
}
