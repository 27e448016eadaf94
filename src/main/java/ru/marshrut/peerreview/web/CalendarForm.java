package ru.marshrut.peerreview.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.shared.Refusal;

/** The dates of a round as they are typed or sent; any may be missing still. */
record CalendarForm(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate notice,
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate exchange,
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate meetingsFrom,
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate meetingsTo,
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate meeting,
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate finalFile) {

    static CalendarForm of(RoundCalendar calendar) {
        return new CalendarForm(calendar.notice(), calendar.exchange(), calendar.meetingsFrom(), calendar.meetingsTo(), calendar.meeting(),
            calendar.finalFile());
    }

    /** Refused by the name of the first date that is missing. */
    RoundCalendar calendar() {
        byName().forEach((name, date) -> {
            if (date == null) {
                throw Refusal.ofField(name, "peerreview.web.dateMissing");
            }
        });
        return new RoundCalendar(notice, exchange, meetingsFrom, meetingsTo, meeting, finalFile);
    }

    /** In the order of the form. */
    public Map<String, LocalDate> byName() {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        dates.put("notice", notice);
        dates.put("exchange", exchange);
        dates.put("meetingsFrom", meetingsFrom);
        dates.put("meetingsTo", meetingsTo);
        dates.put("meeting", meeting);
        dates.put("finalFile", finalFile);
        return dates;
    }
}
