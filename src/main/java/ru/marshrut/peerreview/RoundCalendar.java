package ru.marshrut.peerreview;

import java.time.LocalDate;
import ru.marshrut.shared.Refusal;

/**
 * The dates of a round, each the last day of its stage.
 *
 * @param meetingsFrom first day of the window in which meetings may lie
 * @param meetingsTo   last day of that window; the published one is wider than the stage (seed 001)
 */
public record RoundCalendar(LocalDate notice, LocalDate exchange, LocalDate meetingsFrom, LocalDate meetingsTo, LocalDate meeting,
                            LocalDate finalFile) {

    public RoundCalendar {
        if (notice.isAfter(exchange) || exchange.isAfter(meeting) || meeting.isAfter(finalFile)) {
            throw Refusal.of("peerreview.calendar.order");
        }
        if (meetingsFrom.isAfter(meetingsTo) || meeting.isBefore(meetingsFrom)) {
            throw Refusal.of("peerreview.calendar.window");
        }
    }

    /** As published for 2022 (seed 001). */
    public static RoundCalendar published2022() {
        return new RoundCalendar(LocalDate.of(2022, 9, 16), LocalDate.of(2022, 10, 7), LocalDate.of(2022, 9, 23),
            LocalDate.of(2022, 10, 31), LocalDate.of(2022, 10, 21), LocalDate.of(2022, 11, 1));
    }

    /** The published calendar moved to another year. */
    public static RoundCalendar publishedFor(int year) {
        RoundCalendar published = published2022();
        int years = year - published.finalFile().getYear();
        return new RoundCalendar(published.notice().plusYears(years), published.exchange().plusYears(years),
            published.meetingsFrom().plusYears(years), published.meetingsTo().plusYears(years), published.meeting().plusYears(years),
            published.finalFile().plusYears(years));
    }

    public LocalDate until(Stage stage) {
        return switch (stage) {
            case NOTICE -> notice;
            case EXCHANGE -> exchange;
            case MEETING -> meeting;
            case FINAL -> finalFile;
        };
    }

    public boolean allowsMeetingOn(LocalDate day) {
        return !day.isBefore(meetingsFrom) && !day.isAfter(meetingsTo);
    }
}
