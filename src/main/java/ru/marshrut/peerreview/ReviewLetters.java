package ru.marshrut.peerreview;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.Invitation;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.MeetingSource;
import ru.marshrut.notification.Post;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The letters of a circle, and its meeting in people's calendars. */
@Service
@Transactional
public class ReviewLetters implements MeetingSource {

    private static final Duration MEETING_LENGTH = Duration.ofMinutes(90);
    private static final List<Role> WRITTEN_TO = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Post post;
    private final CircleRows circles;
    private final RoundRows rounds;
    private final MeetingRows meetings;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final java.time.Clock clock;

    ReviewLetters(Post post, CircleRows circles, RoundRows rounds, MeetingRows meetings, Territory territory, Staff staff,
                  MessageSource messages, java.time.Clock clock) {
        this.post = post;
        this.circles = circles;
        this.rounds = rounds;
        this.meetings = meetings;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells coordinator, principal and curator of each school who the partner is. */
    public void partnerNotice(long circleId) {
        Circle circle = circles.circle(circleId);
        Round round = rounds.round(circle.roundId());
        for (Side side : circle.sides()) {
            Map<String, Object> model = new HashMap<>();
            model.put("school", school(side).name());
            model.put("round", round.title());
            model.put("partners", circle.partnersOf(side.schoolId()).stream().map(partner -> partner(circle, side, partner, round)).toList());
            model.put("calendar", java.util.Arrays.stream(Stage.values())
                .map(stage -> Map.of("until", DAY.format(circle.until(stage, round.calendar())), "what", words("peerreview.stage." + stage)))
                .toList());
            model.put("todo", words("peerreview.letter.todo.confirm"));
            model.put("path", "/circles/" + circleId);
            Set<Person> recipients = recipients(side, round);
            Invitation exchange = lastDay(circle, round, side, recipients);
            recipients.forEach(person -> post.send(new Letter(person.id(), "partner-notice", model,
                "circle-" + circleId + "/" + side.schoolId(), exchange)));
        }
    }

    /** Invites both sides, or tells them of the new time. */
    public void invite(Circle circle) {
        Meeting meeting = counted(circle);
        send(circle, meeting, meeting.sequence() == 0 ? "meeting-invitation" : "meeting-changed", false);
    }

    /** Takes the meeting out of the calendars. */
    public void cancel(Circle circle, Meeting meeting) {
        if (meeting.invited()) {
            send(circle, counted(circle), "meeting-cancelled", true);
        }
    }

    /** Tells the schools that remain that their circle has ended and that a new partner is looked for. */
    public void dissolved(Circle circle) {
        Round round = rounds.round(circle.roundId());
        String gone = circle.sides().stream().filter(side -> !side.active()).map(side -> school(side).name()).collect(joining(", "));
        Map<String, Object> model = Map.of("school", gone, "round", round.title(), "reason", "", "next", words("peerreview.letter.next.newPartner"),
            "path", "/circles/" + circle.id());
        circle.active().forEach(side -> recipients(side, round).forEach(person -> post.send(
            new Letter(person.id(), "school-withdrew", model, "circle-" + circle.id() + "/dissolved/" + side.schoolId()))));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invitation> meetingsOf(long personId, Instant from) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        List<Invitation> own = new ArrayList<>();
        for (var appointment : staff.appointmentsOf(personId, today)) {
            if (appointment.place().level() == ru.marshrut.territory.Level.SCHOOL && WRITTEN_TO.contains(appointment.role())) {
                circles.ofSchool(appointment.place().id()).stream().filter(circle -> circle.status() == Circle.Status.RUNNING)
                    .forEach(circle -> meetings.meeting(circle.id()).filter(Meeting::invited)
                        .filter(meeting -> meeting.startsAt().plus(MEETING_LENGTH).isAfter(from))
                        .ifPresent(meeting -> own.add(invitation(circle, meeting, false))));
            }
        }
        return own.stream().distinct().toList();
    }

    private Meeting counted(Circle circle) {
        meetings.countInvitation(circle.id());
        return meetings.meeting(circle.id()).orElseThrow();
    }

    private void send(Circle circle, Meeting meeting, String template, boolean cancelled) {
        Round round = rounds.round(circle.roundId());
        ZoneId zone = round.zone();
        Invitation invitation = invitation(circle, meeting, cancelled);
        Map<String, Object> model = new HashMap<>();
        model.put("title", invitation.title());
        model.put("when", MOMENT.format(meeting.startsAt().atZone(zone)));
        model.put("link", meeting.link());
        model.put("before", "");
        model.put("reason", "");
        model.put("path", "/circles/" + circle.id());
        for (Side side : circle.active()) {
            Map<String, Object> own = new HashMap<>(model);
            own.put("partner", circle.partnersOf(side.schoolId()).stream().map(partner -> school(partner).name()).collect(joining(", ")));
            recipients(side, round).forEach(person -> post.send(
                new Letter(person.id(), template, own, "circle-" + circle.id() + "/meeting/" + meeting.sequence(), invitation)));
        }
    }

    private Invitation invitation(Circle circle, Meeting meeting, boolean cancelled) {
        Round round = rounds.round(circle.roundId());
        List<Person> people = circle.sides().stream().flatMap(side -> recipients(side, round).stream()).distinct().toList();
        String schools = circle.sides().stream().map(side -> school(side).name()).collect(joining(", "));
        return new Invitation(meeting.uid(), meeting.sequence(), cancelled, words("peerreview.meeting.title"),
            messages.getMessage("peerreview.meeting.description", new Object[] {round.title(), schools}, Locale.forLanguageTag("ru")),
            meeting.startsAt(), meeting.startsAt().plus(MEETING_LENGTH), round.zone(), meeting.link().isEmpty() ? null : meeting.link(),
            people.stream().map(Person::email).toList());
    }

    /** The last day of the exchange as an entry in the school's calendar. */
    private Invitation lastDay(Circle circle, Round round, Side side, Set<Person> recipients) {
        ZoneId zone = round.zone();
        Instant start = circle.until(Stage.EXCHANGE, round.calendar()).atTime(9, 0).atZone(zone).toInstant();
        return new Invitation("exchange-" + circle.id() + "-" + side.schoolId() + "@marshrut", 0, false, words("peerreview.stage.EXCHANGE"),
            round.title(), start, start.plus(Duration.ofHours(1)), zone, null,
            recipients.stream().map(Person::email).toList());
    }

    private Map<String, Object> partner(Circle circle, Side side, Side partner, Round round) {
        School school = school(partner);
        List<Map<String, String>> contacts = new ArrayList<>();
        LocalDate today = today(round);
        for (Role role : WRITTEN_TO) {
            staff.holding(role, school.place(), today).forEach(person -> contacts.add(Map.of("name", person.fullName(),
                "role", words("territory.role." + role), "phone", person.phone() == null ? "" : person.phone(), "email", person.email())));
        }
        String relation = circle.sides().size() == 2 ? "" : words(circle.reviewedBy(side.schoolId()).equals(partner)
            ? "peerreview.relation.youReview" : "peerreview.relation.reviewsYou");
        return Map.of("name", school.name(), "municipality", territory.municipality(school.municipalityId()).name(), "relation", relation,
            "contacts", contacts);
    }

    private Set<Person> recipients(Side side, Round round) {
        Set<Person> people = new LinkedHashSet<>();
        LocalDate today = today(round);
        WRITTEN_TO.forEach(role -> people.addAll(staff.holding(role, Place.school(side.schoolId()), today)));
        return people;
    }

    private School school(Side side) {
        return territory.school(side.schoolId());
    }

    private LocalDate today(Round round) {
        return LocalDate.ofInstant(clock.instant(), round.zone());
    }

    private String words(String code) {
        return messages.getMessage(code, null, Locale.forLanguageTag("ru"));
    }
}
