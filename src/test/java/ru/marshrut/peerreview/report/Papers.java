package ru.marshrut.peerreview.report;

import ru.marshrut.peerreview.Judgement;
import ru.marshrut.peerreview.OverallQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.marshrut.peerreview.report.FinalFileContent.Answer;
import ru.marshrut.peerreview.report.FinalFileContent.Deadlines;
import ru.marshrut.peerreview.report.FinalFileContent.Direction;
import ru.marshrut.peerreview.report.FinalFileContent.Form;
import ru.marshrut.peerreview.report.FinalFileContent.Meeting;
import ru.marshrut.peerreview.report.FinalFileContent.Paper;
import ru.marshrut.peerreview.report.FinalFileContent.Party;
import ru.marshrut.peerreview.report.FinalFileContent.Review;

/** Made schools and forms for the tests of this package. */
final class Papers {

    static final ZoneId KRASNOYARSK = ZoneId.of("Asia/Krasnoyarsk");
    static final Deadlines OF_2022 = new Deadlines(LocalDate.of(2022, 10, 7), LocalDate.of(2022, 10, 21), LocalDate.of(2022, 11, 1));
    static final Instant PREPARED_AT = Instant.parse("2022-10-31T05:00:00Z");

    static final Party BERYOZOVKA = new Party("МБОУ «Берёзовская СОШ № 1»", "Примерский район",
        new Contact("Тестова Анна Примеровна", "+7 000 000-00-01", "testova@example.org"), "Образцов Пётр Макетович",
        "Кураторова Вера Шаблоновна", "Районова Ольга Учебная", LocalDate.of(2022, 9, 17));
    static final Party OZERKI = new Party("МКОУ «Озёрская СОШ»", "Учебный муниципальный округ",
        new Contact("Пробный Игорь Демонстрациевич", "+7 000 000-00-02", "probny@example.org"), "Эталонова Мария Тестовна",
        null, "Окружной Семён Примерович", LocalDate.of(2022, 9, 18));
    static final Party SOSNOVKA = new Party("МБОУ «Сосновская ООШ»", "Примерский район",
        new Contact("Вымыслова Елена Сказочна", "+7 000 000-00-03", "vymyslova@example.org"), "Небылицын Олег Тестович",
        "Кураторова Вера Шаблоновна", "Районова Ольга Учебная", null);

    private Papers() {}

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.peerreview-report", "messages.documents-office");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static List<Paper> wholePackage(String deliveredAt) {
        Instant at = Instant.parse(deliveredAt);
        return List.of(new Paper("Рисковый профиль школы", at), new Paper("Концепция развития", at),
            new Paper("Среднесрочная программа развития", at), new Paper("Антирисковая программа", at));
    }

    static Form form(String author, Direction... directions) {
        return new Form(2, Instant.parse("2022-10-28T08:15:00Z"), author, List.of(directions), Map.of(
            OverallQuestion.TASKS, new Answer(Judgement.YES, "Задачи измеримы, ответ дан школой: " + author),
            OverallQuestion.INDICATORS, new Answer(Judgement.PARTLY, "Показатели есть не для всех мероприятий."),
            OverallQuestion.DATES, new Answer(Judgement.NO, "Вместо дат указано «в течение года»."),
            OverallQuestion.PROOFS, new Answer(Judgement.YES, "")), "Вывод.\nПрограмма готова к доработке, пишет " + author);
    }

    static Direction motivation() {
        return new Direction("Низкая учебная мотивация обучающихся",
            "Проведена диагностика мотивации в 5–9 классах.\nУчителя ведут карты наблюдений.",
            "Нет показателей, по которым виден результат работы с родителями. ".repeat(12),
            "1. Добавить показатель посещаемости консультаций.\r\n2. Назначить ответственного за проведение недель предметов.");
    }

    static Direction staff() {
        return new Direction("Дефицит педагогических кадров",
            "Заключён договор целевого обучения с педагогическим колледжем.",
            "План привлечения молодых педагогов не имеет конкретных сроков.",
            "Воспользоваться сетевым ресурсом: https://example.org/net?subject=math.");
    }

    static Meeting meeting() {
        return new Meeting(Instant.parse("2022-10-20T07:30:00Z"), "https://meet.example.org/krug-7",
            List.of("Тестова Анна Примеровна, координатор", "Пробный Игорь Демонстрациевич, координатор", "Кураторова Вера Шаблоновна, куратор"),
            "Обсудили вызовы обеих школ.\nРассмотрели рекомендации по каждому рисковому направлению.",
            List.of("Провести совместный методический день до 15.12.2022", "Обменяться картами наблюдений"),
            "https://video.example.org/запись/krug-7", null);
    }

    static FinalFileContent content(Party school, Review received, Review given, List<Meeting> meetings, String... circumstances) {
        return new FinalFileContent("Взаимоэкспертиза антирисковых программ", 2022, "Вымышленный край", KRASNOYARSK, OF_2022,
            school, received, given, meetings, List.of(circumstances), PREPARED_AT);
    }

    static FinalFileContent pair() {
        return content(BERYOZOVKA,
            new Review(OZERKI, BERYOZOVKA, wholePackage("2022-10-05T09:00:00Z"), form("Пробный Игорь Демонстрациевич", motivation(), staff())),
            new Review(BERYOZOVKA, OZERKI, wholePackage("2022-10-06T09:00:00Z"), form("Тестова Анна Примеровна",
                new Direction("Низкий уровень оснащения школы", "Школа участвует в проекте «Точка роста».",
                    "Не описано, как оборудование используется на уроках.", "Составить график использования кабинетов."))),
            List.of(meeting()));
    }
}
