package ru.marshrut.expertise.result;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;

/** Made results for tests: the rubric of the second stage of 2022 with its 9 of 15 points. */
public final class MadeResults {

    public static final Criterion PROGRAMME = criterion(1, "programme", "Реализация школьной антирисковой программы", Part.CONTENT, 3);
    public static final Criterion TASKS = criterion(2, "tasks", "Формулировка задач эффективная", Part.CONTENT, 2);
    public static final Criterion INDICATORS = criterion(3, "indicators", "Сформулированы показатели", Part.CONTENT, 2);
    public static final Criterion PROOFS = criterion(4, "proofs", "Документы подтверждают", Part.CONTENT, 2);
    public static final Criterion COMPLETED = criterion(5, "completed", "ОО, завершившие 2 этап", Part.ORGANISATIONAL, 1);
    public static final Criterion CURATORS = criterion(6, "curators", "Работа куратора", Part.ORGANISATIONAL, 2);
    public static final Rubric RUBRIC = new Rubric(1, "2022-stage-2", 1, "Второй этап", 2, 15, 3, "семинар 21.10.2022", true,
        List.of(PROGRAMME, TASKS, INDICATORS, PROOFS, COMPLETED, CURATORS));

    private MadeResults() {}

    public static Expertise expertise(Status status) {
        boolean released = status == Status.RELEASED || status == Status.LOCKED;
        return new Expertise(7, 1, 2022, 2, 1, "decisions", status, SampleRule.SHARE, 100, false, 77, 1, 1, LocalDate.of(2022, 11, 21), 7, 1,
            Instant.parse("2022-11-07T05:00:00Z"), released ? Instant.parse("2022-11-22T05:00:00Z") : null,
            released ? LocalDate.of(2022, 11, 29) : null, null, null, "process");
    }

    /** @param points in the rubric's order; none: not settled */
    public static SchoolPoints school(long id, String municipality, String excluded, Integer... points) {
        Map<Long, SchoolScore> scores = new HashMap<>();
        int total = 0;
        for (int at = 0; at < points.length; at++) {
            long criterion = RUBRIC.of(Part.CONTENT).get(at).id();
            scores.put(criterion, new SchoolScore(id, criterion, points[at], SchoolScore.Origin.ONE));
            total += points[at];
        }
        return new SchoolPoints(id, id + 100, id + 200, "Школа № " + id, municipality.length(), municipality, excluded, scores,
            points.length == 0 ? null : total);
    }

    public static RegionalResult result(Status status, SchoolPoints... schools) {
        List<Score> organisational = new ArrayList<>(List.of(new Score(COMPLETED.id(), 1, "", null, null),
            new Score(CURATORS.id(), 1, "Не все решения с комментарием.", null, null)));
        return new RegionalResult(expertise(status), RUBRIC, List.of(schools), organisational, 2);
    }

    public static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.expertise-result", "messages.expertise-rubrics", "messages.expertise-process", "messages.documents-office");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Criterion criterion(long id, String code, String title, Part part, int maximum) {
        List<Level> levels = new ArrayList<>();
        for (int points = 0; points <= maximum; points++) {
            levels.add(new Level(points, points == 0 ? "нет" : points == maximum ? "да" : "частично"));
        }
        return new Criterion(id, code, part, (int) id, title, maximum, "семинар 21.10.2022", null, levels);
    }
}
