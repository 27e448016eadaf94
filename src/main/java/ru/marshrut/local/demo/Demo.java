package ru.marshrut.local.demo;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.local.ClockMoves;
import ru.marshrut.local.DemoAccounts;
import ru.marshrut.local.Words;
import ru.marshrut.local.demo.MadeTerritory.Made;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.shared.Terminal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTasks;

/**
 * Plays the demo's past on the first start, by the use cases and day by day: a district whose eight schools are in the second
 * monitoring stage of their years, work by its road map (seed 002, a year later) and are in the middle of their round by the
 * calendar of 2022 (seed 001), the road maps of its region and of the federation, and a region of 25 schools whose round waits
 * for its pairs.
 */
@Component
@Profile("local")
class Demo implements DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int YEAR = 2022;
    private static final List<String> SHOWN = List.of("school3@demo.example", "school4@demo.example", "school6@demo.example",
        "director3@demo.example", "curator1@demo.example", "curator3@demo.example", "district@demo.example", "region@demo.example", "kray@demo.example",
        "observer@demo.example", "admin@demo.example");

    private final MadeTerritory territories;
    private final Actors actors;
    private final PlayedYears years;
    private final PlayedRoadMaps roadMaps;
    private final Rounds rounds;
    private final OpenTasks open;
    private final Territory territory;
    private final MovableClock clock;
    private final ClockMoves moves;

    Demo(MadeTerritory territories, Actors actors, PlayedYears years, PlayedRoadMaps roadMaps, Rounds rounds, OpenTasks open,
         Territory territory, MovableClock clock, ClockMoves moves) {
        this.territories = territories;
        this.actors = actors;
        this.years = years;
        this.roadMaps = roadMaps;
        this.rounds = rounds;
        this.open = open;
        this.territory = territory;
        this.clock = clock;
        this.moves = moves;
    }

    @Override
    public List<Account> accounts() {
        return SHOWN.stream().map(login -> new Account(Words.of("local.demo.account." + login.substring(0, login.indexOf('@')), Map.of()),
            login, Actors.PASSWORD)).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE - 1) // the engine's jobs run by then; the banner comes after
    void playOnTheFirstStart() {
        if (!territory.regions().isEmpty()) {
            return;
        }
        Terminal.say(Words.of("local.demo.playing", Map.of()));
        clock.moveTo(at("2022-01-24T09:00"));
        Made made = territories.make();
        years.begin(made);
        moveTo("2022-03-28T09:00");
        playTheDistrictsRoadMap(made);
        playTheDistrict(made);
        openTheRegion(made);
        moveTo("2022-10-12T12:00");
        SHOWN.forEach(login -> actors.as(made.people().get(login), viewer -> LOG.debug("{} can sign in", viewer.fullName())));
    }

    /** The road maps of seeds 002 and 001; their measures are worked through until the round of peer review begins. */
    private void playTheDistrictsRoadMap(Made made) {
        Place district = district(made);
        Place region = Place.region(made.regions().get(Words.of("local.demo.districtsRegion", Map.of())));
        roadMaps.approve("district", made.people().get("district@demo.example"), district,
            "89", LocalDate.of(YEAR, 3, 27), null, Set.of(Role.MUNICIPAL_COORDINATOR));
        long silent = territory.schoolsWithin(district).get(5).id();
        for (String day : List.of("2022-04-13", "2022-05-23", "2022-06-28", "2022-08-18", "2022-08-30")) {
            LocalDate today = LocalDate.parse(day);
            moveTo(day + "T11:00");
            roadMaps.work(district, today, today.plusDays(3), task -> task.schoolId() == null || task.schoolId() != silent);
            settle();
            roadMaps.work(district, today, today.plusDays(3), task -> task.schoolId() == null || task.schoolId() != silent); // what the schools placed is confirmed
        }
        moveTo("2022-09-05T09:00");
        LocalDate yearEnd = LocalDate.of(YEAR, 12, 20);
        roadMaps.approve("federation", made.people().get("admin@demo.example"), Place.FEDERATION,
            "02-21/500", LocalDate.of(YEAR, 9, 1), yearEnd, Set.of(Role.REGIONAL_COORDINATOR));
        roadMaps.approve("region", made.people().get("region@demo.example"), region,
            "604", LocalDate.of(YEAR, 9, 2), yearEnd, Set.of(Role.REGIONAL_COORDINATOR));
    }

    private static Place district(Made made) {
        return Place.municipality(made.municipalities().get(Words.of("local.demo.district", Map.of())));
    }

    private void playTheDistrict(Made made) {
        Place district = district(made);
        List<Long> schools = territory.schoolsWithin(district).stream().map(School::id).filter(years::runs).toList();
        actors.as(made.people().get("district@demo.example"), viewer -> rounds.open(viewer, district, YEAR,
            Words.of("local.demo.round", Map.of()), RoundCalendar.published2022(), schools));
        long round = rounds.touching(district).get(0).id();
        moveTo("2022-09-06T10:00");
        open.of(PeerReviewRoundModel.KEY, String.valueOf(round)).forEach(task -> actors.does(task, Map.of("approved", "YES")));
        moveTo("2022-09-07T10:00");
        List<Circle> circles = rounds.circles(round).stream().sorted(comparingLong(Circle::id)).toList();
        Circle ahead = circles.get(0);
        Circle meetsTomorrow = circles.get(1);
        Circle withSilentSchool = circles.get(2);
        Circle late = circles.get(3);
        long silent = withSilentSchool.sides().get(1).schoolId();
        for (Circle circle : circles) {
            circle.sides().stream().filter(side -> side.schoolId() != silent).forEach(side -> confirm(circle, side.schoolId()));
        }
        moveTo("2022-09-20T11:00");
        bothDeliver(ahead);
        moveTo("2022-09-21T11:00");
        bothPrefill(ahead);
        bothChoose(ahead, "2022-09-28T15:00");
        moveTo("2022-09-28T17:00");
        recordMeeting(ahead, "2022-09-28T15:00");
        moveTo("2022-09-30T12:00");
        ahead.sides().forEach(side -> actors.does(ahead.id(), PeerReviewModel.FINISH_FORM, side.schoolId(), form(ahead, side.schoolId())));
        moveTo("2022-10-03T12:00");
        bothDeliver(meetsTomorrow);
        deliver(withSilentSchool, withSilentSchool.sides().get(0).schoolId());
        long placed = ahead.sides().get(0).schoolId();
        actors.does(ahead.id(), PeerReviewModel.UPLOAD_FINAL_FILE, placed,
            Map.of("under", firstRisk(placed), "on", "2022-10-03", "placed", "yes"));
        moveTo("2022-10-05T12:00");
        bothPrefill(meetsTomorrow);
        bothChoose(meetsTomorrow, "2022-10-13T11:00");
        deliver(late, late.sides().get(0).schoolId());
        moveTo("2022-10-10T16:00");
        deliver(late, late.sides().get(1).schoolId());
    }

    private void openTheRegion(Made made) {
        moveTo("2022-10-11T10:00");
        Place region = Place.region(made.regions().get(Words.of("local.demo.region", Map.of())));
        List<Long> schools = territory.schoolsWithin(region).stream().map(School::id).toList();
        schools.forEach(school -> territory.activateRisks(school, YEAR, made.risks().get(school)));
        RoundCalendar later = new RoundCalendar(LocalDate.of(YEAR, 10, 21), LocalDate.of(YEAR, 11, 11), LocalDate.of(YEAR, 10, 28),
            LocalDate.of(YEAR, 12, 5), LocalDate.of(YEAR, 11, 25), LocalDate.of(YEAR, 12, 6));
        actors.as(made.people().get("kray@demo.example"), viewer -> rounds.open(viewer, region, YEAR,
            Words.of("local.demo.round", Map.of()), later, schools));
    }

    private void confirm(Circle circle, long school) {
        var person = actors.person(actors.coordinatorOf(school));
        actors.does(circle.id(), PeerReviewModel.CONFIRM_PARTNER, school,
            Map.of("name", person.fullName(), "phone", person.phone(), "email", person.email()));
    }

    private void bothDeliver(Circle circle) {
        circle.sides().forEach(side -> deliver(circle, side.schoolId()));
        settle();
    }

    private void deliver(Circle circle, long school) {
        settle();
        actors.does(circle.id(), PeerReviewModel.DELIVER_PACKAGE, school, Map.of());
    }

    private void bothPrefill(Circle circle) {
        circle.sides().forEach(side -> actors.does(circle.id(), PeerReviewModel.PREFILL_FORM, side.schoolId(), form(circle, side.schoolId())));
    }

    private void bothChoose(Circle circle, String when) {
        circle.sides().forEach(side -> actors.does(circle.id(), PeerReviewModel.CHOOSE_SLOTS, side.schoolId(),
            Map.of("offer1", when, "link", "https://video.demo.example/" + circle.id())));
        settle();
    }

    private void recordMeeting(Circle circle, String when) {
        actors.does(circle.id(), PeerReviewModel.RECORD_MEETING, null, Map.of("held", when,
            "participants", Words.of("local.demo.participants", Map.of()).replace("; ", "\n"),
            "minutes", Words.of("local.demo.minutes", Map.of()), "video", "https://video.demo.example/rec/" + circle.id()));
        settle();
    }

    private Map<String, String> form(Circle circle, long reviewer) {
        Map<String, String> fields = new LinkedHashMap<>();
        long partner = circle.reviewedBy(reviewer).schoolId();
        for (String risk : territory.activatedRisks(List.of(partner), YEAR).get(partner)) {
            for (String part : List.of("strengths", "remarks", "recommendations")) {
                fields.put(part + "_" + risk, Words.of("local.demo.form." + part, Map.of()));
            }
        }
        for (String question : List.of("TASKS", "INDICATORS", "PROOFS")) {
            fields.put("overall_" + question, "YES");
        }
        fields.put("overall_DATES", "PARTLY");
        fields.put("comment_DATES", Words.of("local.demo.form.dates", Map.of()));
        fields.put("summary", Words.of("local.demo.form.summary", Map.of()));
        return fields;
    }

    private String firstRisk(long school) {
        return territory.activatedRisks(List.of(school), YEAR).get(school).stream().sorted().findFirst().orElseThrow();
    }

    private void settle() {
        moves.moveTo(clock.instant());
    }

    /** What the school years hold until then happens on the way. */
    private void moveTo(String moment) {
        years.until(at(moment));
        moves.moveTo(at(moment));
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(MOSCOW).toInstant();
    }
}
