package ru.marshrut.schoolyear.steps;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.schoolyear.visits.PlannedVisit;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;

/** The rows of a proposed schedule: fields {@code day} and {@code purpose}, one value each for every row. */
@Component
public class ProposedVisits {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    /** Rows that are shown at least. */
    private static final int ROWS = 6;

    private final WorkingDays workingDays;

    ProposedVisits(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** A row as it was typed. */
    public record Row(int number, String day, String purpose) {}

    /** What was typed, and empty rows for more. */
    public List<Row> rows(FormInput input) {
        List<String> days = typed(input, "day");
        List<String> purposes = typed(input, "purpose");
        int filled = Math.max(days.size(), purposes.size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(ROWS, filled + 2); i++) {
            rows.add(new Row(i + 1, at(days, i), at(purposes, i)));
        }
        return rows;
    }

    /** Throws {@link Refusal} for a row that is not complete, and for days off that were not meant so. */
    public List<PlannedVisit> read(FormInput input) {
        List<PlannedVisit> visits = new ArrayList<>();
        for (Row row : rows(input)) {
            if (!row.day().isEmpty() || !row.purpose().isEmpty()) {
                visits.add(visit(row));
            }
        }
        List<LocalDate> off = visits.stream().map(PlannedVisit::day).filter(day -> !workingDays.isWorking(day)).toList();
        if (!off.isEmpty() && !input.isChecked("daysOffMeant")) {
            LocalDate first = off.get(0);
            throw Refusal.ofField("daysOffMeant", "schoolyear.visits.dayOff", DAY.format(first), DAY.format(workingDays.previousOrSame(first)),
                DAY.format(workingDays.nextOrSame(first)));
        }
        return visits;
    }

    private static PlannedVisit visit(Row row) {
        if (row.day().isEmpty()) {
            throw Refusal.ofField("day", "schoolyear.visits.row.noDay", row.number(), row.purpose());
        }
        LocalDate day = day(row);
        if (row.purpose().isEmpty()) {
            throw Refusal.ofField("day", "schoolyear.visits.row.noPurpose", row.number(), DAY.format(day));
        }
        if (row.purpose().length() > PlannedVisit.LONGEST_PURPOSE) {
            throw Refusal.ofField("day", "schoolyear.visits.row.longPurpose", row.number(), PlannedVisit.LONGEST_PURPOSE);
        }
        return new PlannedVisit(day, row.purpose());
    }

    private static LocalDate day(Row row) {
        try {
            LocalDate day = LocalDate.parse(row.day());
            if (Days.canBeMeant(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.ofField("day", "schoolyear.visits.row.notADay", row.number(), row.day());
        }
        throw Refusal.ofField("day", "schoolyear.visits.row.notADay", row.number(), row.day());
    }

    private static List<String> typed(FormInput input, String field) {
        return input.values().getOrDefault(field, List.of());
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }
}
