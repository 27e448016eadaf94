package ru.marshrut.notification.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.notification.ical.FeedOwners;
import ru.marshrut.notification.ical.PersonalCalendar;

/** The personal feed for calendar programs, which cannot sign in: whoever knows the token may read it. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedOwners owners;
    private final PersonalCalendar calendar;

    CalendarController(FeedOwners owners, PersonalCalendar calendar) {
        this.owners = owners;
        this.calendar = calendar;
    }

    @GetMapping("/ical/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        OptionalLong owner = owners.ownerOf(token);
        if (owner.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().contentType(CALENDAR).cacheControl(CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate())
            .body(calendar.of(owner.getAsLong()));
    }
}
