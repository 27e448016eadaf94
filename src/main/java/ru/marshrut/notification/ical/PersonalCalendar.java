package ru.marshrut.notification.ical;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.MeetingSource;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/** What a person's feed holds: own deadlines, and meetings from a month back. */
@Service
@Transactional(readOnly = true)
public class PersonalCalendar {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Duration LOOKING_BACK = Duration.ofDays(31);

    private final OpenTasks tasks;
    private final List<MeetingSource> meetings;
    private final Territory territory;
    private final CalendarFiles files;
    private final MessageSource messages;
    private final Clock clock;
    private final String publicUrl;

    PersonalCalendar(OpenTasks tasks, List<MeetingSource> meetings, Territory territory, CalendarFiles files, MessageSource messages,
                     Clock clock, @Value("${marshrut.public-url:http://localhost:8080}") String publicUrl) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.territory = territory;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    public String of(long personId) {
        Instant from = clock.instant().minus(LOOKING_BACK);
        Map<Long, ZoneId> zones = territory.regions().stream().collect(toMap(Region::id, Region::zone));
        List<Deadline> deadlines = tasks.waitingFor(personId).stream().filter(task -> task.due() != null)
            .map(task -> deadline(task, task.due().day(zones.get(task.regionId())))).toList();
        return files.feed(messages.getMessage("notification.feed.name", null, RUSSIAN),
            meetings.stream().flatMap(source -> source.meetingsOf(personId, from).stream()).toList(), deadlines);
    }

    private Deadline deadline(OpenTask task, LocalDate day) {
        String title = messages.getMessage("notification.feed.deadline", new Object[] {task.title()}, RUSSIAN);
        return new Deadline("task-" + task.id() + "@marshrut", title, task.context(), day, publicUrl + "/tasks/" + task.id());
    }
}
