package ru.marshrut.notification.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Invitation;

/** Writes iCalendar objects (RFC 5545, iTIP RFC 5546). */
@Component
public class CalendarFiles {

    private static final String PRODUCT = "-//Маршрут 500+//RU";

    private final InternetAddress organizer;
    private final Clock clock;

    CalendarFiles(@Value("${marshrut.mail.from:marshrut@localhost}") String organizer, Clock clock) throws AddressException {
        this.organizer = new InternetAddress(organizer, true);
        this.clock = clock;
    }

    /** A request, or a cancellation, of one meeting; times are written in the meeting's zone. */
    public String invitation(Invitation meeting) {
        ICalendar calendar = calendar(meeting.cancelled() ? Method.cancel() : Method.request());
        add(calendar, meeting);
        return write(calendar);
    }

    String feed(String name, List<Invitation> meetings, List<Deadline> deadlines) {
        ICalendar calendar = calendar(Method.publish());
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        meetings.forEach(meeting -> add(calendar, meeting));
        deadlines.forEach(deadline -> add(calendar, deadline));
        return write(calendar);
    }

    private static ICalendar calendar(Method method) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        return calendar;
    }

    private void add(ICalendar calendar, Invitation meeting) {
        VEvent event = event(meeting.uid(), meeting.title(), meeting.description(), meeting.link());
        event.setSequence(meeting.sequence());
        event.setStatus(meeting.cancelled() ? Status.cancelled() : Status.confirmed());
        if (meeting.link() != null) {
            event.setLocation(meeting.link());
        }
        Organizer sender = new Organizer(organizer.getPersonal(), organizer.getAddress());
        event.setOrganizer(sender);
        for (String address : meeting.attendees()) {
            Attendee attendee = new Attendee(null, address);
            attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
            attendee.setRsvp(false); // the date is agreed in the product, answers by mail go nowhere
            event.addAttendee(attendee);
        }
        DateStart start = new DateStart(Date.from(meeting.start()), true);
        DateEnd end = new DateEnd(Date.from(meeting.end()), true);
        event.setDateStart(start);
        event.setDateEnd(end);
        TimezoneAssignment zone = zone(calendar, meeting.zone(), meeting.start());
        calendar.getTimezoneInfo().setTimezone(start, zone);
        calendar.getTimezoneInfo().setTimezone(end, zone);
        calendar.addEvent(event);
    }

    private void add(ICalendar calendar, Deadline deadline) {
        VEvent event = event(deadline.uid(), deadline.title(), deadline.description(), deadline.link());
        event.setDateStart(new DateStart(day(deadline.day())));
        event.setDateEnd(new DateEnd(day(deadline.day().plusDays(1))));
        event.setTransparency(Transparency.transparent()); // a deadline takes no time of the day
        calendar.addEvent(event);
    }

    private VEvent event(String uid, String title, String description, String link) {
        VEvent event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSummary(title);
        event.setDescription(description);
        event.setClassification(Classification.private_());
        if (link != null) {
            event.setUrl(link);
        }
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Russia's zones have had no daylight saving since 2014, so the offset at the meeting is the whole definition. */
    private static TimezoneAssignment zone(ICalendar calendar, ZoneId zone, Instant at) {
        TimezoneAssignment known = calendar.getTimezoneInfo().getTimezoneById(zone.getId());
        if (known != null) {
            return known;
        }
        UtcOffset offset = new UtcOffset(zone.getRules().getOffset(at).getTotalSeconds() * 1000L);
        StandardTime standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(2014, 10, 26, 2, 0, 0, false));
        standard.setTimezoneOffsetFrom(offset);
        standard.setTimezoneOffsetTo(offset);
        VTimezone definition = new VTimezone(zone.getId());
        definition.addStandardTime(standard);
        TimezoneAssignment assignment = new TimezoneAssignment(TimeZone.getTimeZone(zone), definition);
        calendar.getTimezoneInfo().getTimezones().add(assignment);
        return assignment;
    }

    private static String write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
