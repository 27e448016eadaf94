package ru.marshrut.peerreview.report;

import ru.marshrut.peerreview.Judgement;
import ru.marshrut.peerreview.OverallQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * All that the final file of one school says. In a pair the reviewer of {@code received} is the reviewed school of
 * {@code given}; in a circle of three they are two different schools.
 *
 * @param received      what the school was told by its reviewer; its {@code reviewed} is {@code school}
 * @param given         what the school told the partner that it reviewed; its {@code reviewer} is {@code school}
 * @param meetings      empty where none took place
 * @param circumstances what else happened, in words: a replaced partner, an extension and its reason
 * @param preparedAt    instant of the file, printed in the region's zone
 */
public record FinalFileContent(String roundTitle, int year, String region, ZoneId zone, Deadlines deadlines, Party school,
                               Review received, Review given, List<Meeting> meetings, List<String> circumstances,
                               Instant preparedAt) {

    public FinalFileContent {
        meetings = List.copyOf(meetings);
        circumstances = List.copyOf(circumstances);
        if (!received.reviewed().equals(school) || !given.reviewer().equals(school)) {
            throw new IllegalArgumentException("Reviews do not belong to the school %s: received by %s, given by %s"
                .formatted(school.name(), received.reviewed().name(), given.reviewer().name()));
        }
    }

    boolean isOfPair() {
        return received.reviewer().equals(given.reviewed());
    }

    /** Last days of the steps, as they apply to this circle, extensions included. */
    public record Deadlines(LocalDate documents, LocalDate meeting, LocalDate forms) {}

    /**
     * One school of the circle with the people who sign.
     *
     * @param confirmedOn        day when the school confirmed its part, null where it never answered
     * @param curator            null where the school has none; then the municipal coordinator signs
     */
    public record Party(String name, String municipality, Contact coordinator, String principal, String curator,
                        String municipalCoordinator, LocalDate confirmedOn) {}

    /**
     * One direction of the review.
     *
     * @param documents package of the reviewed school
     * @param form      null where the reviewer did not hand it over
     */
    public record Review(Party reviewer, Party reviewed, List<Paper> documents, Form form) {

        public Review {
            documents = List.copyOf(documents);
        }
    }

    /** @param deliveredAt null where it was not delivered */
    public record Paper(String title, Instant deliveredAt) {}

    /**
     * @param version number of the form's version, from 1
     * @param summary what else the reviewer says, may be blank
     */
    public record Form(int version, Instant handedOverAt, String author, List<Direction> directions,
                       Map<OverallQuestion, Answer> overall, String summary) {

        public Form {
            directions = List.copyOf(directions);
            overall = Map.copyOf(overall);
        }
    }

    /** What is said of one activated risk direction; a blank text is printed as «нет». Line breaks are kept. */
    public record Direction(String title, String strengths, String remarks, String recommendations) {}

    public record Answer(Judgement judgement, String comment) {}

    /**
     * @param minutes   text of the minutes, may be blank
     * @param videoLink null where there is none
     * @param consent   recorded consent to a date outside of the window, null where none was needed
     */
    public record Meeting(Instant startsAt, String link, List<String> participants, String minutes,
                          List<String> agreements, String videoLink, String consent) {

        public Meeting {
            participants = List.copyOf(participants);
            agreements = List.copyOf(agreements);
        }
    }
}
