package ru.marshrut.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.territory.Territory;
import ru.marshrut.access.Viewer;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** Rounds and circles. */
class PeerReviewAnswers implements Answers {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Exchange exchange;
    private final Rounds rounds;
    private final Territory territory;
    private final BroughtPapers papers;
    private final Clock clock;

    PeerReviewAnswers(Exchange exchange, Rounds rounds, Territory territory, BroughtPapers papers, Clock clock) {
        this.exchange = exchange;
        this.rounds = rounds;
        this.territory = territory;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public boolean knows(OpenTask task) {
        return task.processKey().equals(PeerReviewModel.KEY) || task.processKey().equals(PeerReviewRoundModel.KEY);
    }

    @Override
    public FormInput filled(OpenTask task, Viewer viewer) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields(task).forEach((name, value) -> values.put(name, List.of(value)));
        return new FormInput(values);
    }

    private Map<String, String> fields(OpenTask task) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), MOSCOW);
        return switch (task.step()) {
            case PeerReviewRoundModel.APPROVE_PAIRS -> Map.of("approved", "YES");
            case PeerReviewRoundModel.SIGN_REPORT -> Map.of();
            case PeerReviewModel.CONFIRM_PARTNER -> Map.of("name", "Тестова Анна", "phone", "+7 900 000-00-00", "email", "test@example.test");
            case PeerReviewModel.DELIVER_PACKAGE -> delivered(task, today);
            case PeerReviewModel.PREFILL_FORM, PeerReviewModel.FINISH_FORM, PeerReviewModel.REWORK_FORM -> form(circle(task), task.schoolId());
            case PeerReviewModel.CHOOSE_SLOTS -> Map.of("offer1", meetingDay(circle(task), today).atTime(15, 0).toString(), "slot", "",
                "link", "https://video.example.test/room");
            case PeerReviewModel.CONSENT_TO_DATE -> Map.of("consent", "YES", "reason", "Договорились школы");
            case PeerReviewModel.RECORD_MEETING -> Map.of("held", held().toString(), "participants", "Директор\nКуратор",
                "minutes", "Обсудили риски", "video", "https://video.example.test/rec");
            case PeerReviewModel.UPLOAD_FINAL_FILE -> Map.of("under", risks(task.schoolId(), today.getYear()).first(), "on", today.toString(), "placed", "yes");
            case PeerReviewModel.CHECK_UPLOAD -> Map.of("accepted", "YES");
            case PeerReviewModel.DECIDE_ON_SILENT_PARTNER -> someDelivered(task) ? Map.of("decision", "ALONE", "reason", "Партнёр не отвечает")
                : Map.of("decision", "EXTEND", "until", today.plusDays(7).toString(), "reason", "Обе школы не готовы");
            case PeerReviewModel.DECIDE_ON_LATE_FORMS -> Map.of("decision", "FINISH", "reason", "Срок прошёл");
            default -> throw new IllegalStateException("nobody knows how to do " + task.step());
        };
    }

    private Map<String, String> delivered(OpenTask task, LocalDate today) {
        exchange.missing(task.schoolId(), today.getYear()).forEach(kind -> papers.placeSchoolDocument(task.schoolId(), today.getYear(), kind));
        return Map.of();
    }

    private Map<String, String> form(Circle circle, long reviewer) {
        Round round = rounds.round(circle.roundId());
        Map<String, String> fields = new LinkedHashMap<>();
        for (String risk : risks(circle.reviewedBy(reviewer).schoolId(), round.year())) {
            fields.put("strengths_" + risk, "Работает команда школы");
            fields.put("remarks_" + risk, "Не все задачи измеримы");
            fields.put("recommendations_" + risk, "Уточнить показатели");
        }
        for (String question : new String[] {"TASKS", "INDICATORS", "DATES", "PROOFS"}) {
            fields.put("overall_" + question, "YES");
        }
        fields.put("summary", "Программа выполнима");
        return fields;
    }

    private TreeSet<String> risks(long school, int year) {
        return new TreeSet<>(territory.activatedRisks(List.of(school), year).getOrDefault(school, java.util.Set.of("motivation")));
    }

    private LocalDate meetingDay(Circle circle, LocalDate today) {
        LocalDate from = rounds.round(circle.roundId()).calendar().meetingsFrom();
        LocalDate soon = today.plusDays(2);
        return soon.isBefore(from) ? from : soon;
    }

    private LocalDateTime held() {
        return LocalDateTime.ofInstant(clock.instant(), MOSCOW).minusHours(1).withSecond(0).withNano(0);
    }

    private boolean someDelivered(OpenTask task) {
        return circle(task).active().stream().anyMatch(side -> side.delivered());
    }

    private Circle circle(OpenTask task) {
        return exchange.circle(Long.parseLong(task.businessKey()));
    }
}
