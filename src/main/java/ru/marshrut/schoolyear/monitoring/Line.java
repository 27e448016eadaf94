package ru.marshrut.schoolyear.monitoring;

/**
 * An item of a stage as it stands.
 *
 * @param report    the last version, or null
 * @param earlier   the report of the first stage that proved the measure, where the second asks nothing more of it; else null
 * @param mayBeLater whether the measure's last day lies after that of the stage
 */
public record Line(Item item, Report report, Report earlier, boolean mayBeLater) {

    /** Whether the school owes a report on it. */
    public boolean isOwed() {
        return earlier == null && (report == null || report.isOpen());
    }

    public boolean isWaiting() {
        return report != null && report.isWaiting();
    }

    MeasureStanding standing() {
        if (earlier != null) {
            return MeasureStanding.PROVEN_EARLIER;
        }
        if (report == null) {
            return MeasureStanding.NOT_REPORTED;
        }
        if (report.isOpen()) {
            return MeasureStanding.RETURNED;
        }
        return switch (report.claim()) {
            case NOT_DUE -> MeasureStanding.NOT_DUE;
            case PARTLY, NOT_DONE, DONE, REPORTED -> report.isWaiting() ? MeasureStanding.WAITING : decided();
        };
    }

    private MeasureStanding decided() {
        return switch (report.claim()) {
            case PARTLY -> MeasureStanding.PARTLY;
            case NOT_DONE -> MeasureStanding.NOT_DONE;
            default -> report.hasEvidence() ? MeasureStanding.PROVEN : MeasureStanding.UNPROVEN;
        };
    }
}
