package ru.marshrut.peerreview.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.marshrut.peerreview.report.CircleOutcome.Result;
import ru.marshrut.peerreview.report.RoundHead.Calendar;
import ru.marshrut.peerreview.report.SchoolProgress.Lateness;
import ru.marshrut.peerreview.report.SchoolProgress.Step;

/** A made round for the tests of this package. */
final class Rounds {

    static final RoundHead HEAD = new RoundHead("Взаимоэкспертиза антирисковых программ", 2022, "Вымышленный край", null, Papers.KRASNOYARSK,
        new Calendar(LocalDate.of(2022, 9, 16), LocalDate.of(2022, 10, 7), LocalDate.of(2022, 10, 21), LocalDate.of(2022, 11, 1)),
        Instant.parse("2022-11-03T03:00:00Z"), "Главнова Инна Образцовна", false);

    static final CircleMeeting MEETING = new CircleMeeting(Instant.parse("2022-10-20T07:30:00Z"), "https://meet.example.org/krug-7", 9,
        "https://video.example.org/krug-7");

    private Rounds() {}

    static SchoolProgress done(String school, String municipality) {
        return new SchoolProgress(school, municipality, LocalDate.of(2022, 9, 17), LocalDate.of(2022, 10, 5), LocalDate.of(2022, 10, 28),
            LocalDate.of(2022, 10, 29), LocalDate.of(2022, 10, 31), "Дефицит педагогических кадров", LocalDate.of(2022, 11, 1),
            "Кураторова Вера Шаблоновна", List.of());
    }

    static SchoolProgress late(String school, String municipality) {
        return new SchoolProgress(school, municipality, LocalDate.of(2022, 9, 20), LocalDate.of(2022, 10, 10), null, null, null, null, null, null,
            List.of(new Lateness(Step.DOCUMENTS, 3, false), new Lateness(Step.FORM, 2, true)));
    }

    static SchoolProgress silent(String school, String municipality) {
        return new SchoolProgress(school, municipality, null, null, null, null, null, null, null, null, List.of());
    }

    static ScheduleRow row(int circle, SchoolProgress school, CircleMeeting meeting, String reviews, String reviewedBy) {
        return new ScheduleRow(circle, circle, school, List.of(reviews), List.of(reviewedBy), "Загрузить итоговый файл в ИС МЭДК", meeting,
            new Contact("Тестова Анна Примеровна", "+7 000 000-00-01", "testova@example.org"));
    }

    static RoundReport report() {
        return new RoundReport(HEAD, List.of(
            new CircleOutcome(1, Result.COMPLETED, null, MEETING,
                List.of(done("МБОУ «Берёзовская СОШ № 1»", "Примерский район"), done("МКОУ «Озёрская СОШ»", "Учебный муниципальный округ"))),
            new CircleOutcome(2, Result.ONE_SIDED, "Партнёр не ответил; решение районного координатора от 25.10.2022", null,
                List.of(done("МБОУ «Сосновская ООШ»", "Примерский район"), silent("МБОУ «Луговская СОШ»", "Примерский район"))),
            new CircleOutcome(3, Result.DISSOLVED, "Школа вышла из программы 03.10.2022", null,
                List.of(done("МБОУ «Кедровская СОШ»", "Примерский район"), silent("МБОУ «Выбывшая СОШ»", "Примерский район"))),
            new CircleOutcome(4, Result.IN_PROGRESS, null, new CircleMeeting(Instant.parse("2022-11-10T03:00:00Z"), null, null, null),
                List.of(done("МБОУ «Кедровская СОШ»", "Примерский район"), late("МБОУ «Полянская СОШ»", "Учебный муниципальный округ"),
                    done("МКОУ «Заречная СОШ»", "Учебный муниципальный округ")))));
    }
}
