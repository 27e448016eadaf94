package ru.marshrut.notification.mail;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import ru.marshrut.notification.Letter;
import ru.marshrut.territory.Person;

class LetterTemplatesTest {

    private static final Person ANNA = new Person(1, 2L, "Тестова Анна Примеровна", "anna@example.org", null);
    private static final Map<String, Object> TASK = Map.ofEntries(entry("title", "Согласовать дату <встречи>"),
        entry("context", "Партнёр: «Образцовая школа»"), entry("due", "21.10.2022"), entry("dueSource", "календарь раунда"),
        entry("left", "завтра"), entry("path", "/tasks/t1"));
    private static final Map<String, Object> PERSON =
        Map.of("role", "куратор", "name", "Примеров Пётр Тестович", "phone", "+7 000 111-22-33", "email", "petr@example.org");
    private static final Map<String, Object> EXPERTISE = Map.ofEntries(entry("place", "Пробный край"), entry("stage", 2), entry("year", "2022"),
        entry("total", "7 из 9"), entry("note", "В опубликованной рубрике расписано 9 из 15 баллов."), entry("organisationalNote", ""),
        entry("remarks", List.of("не определены конкретные сроки")), entry("unsettled", List.of("Школа № 7")), entry("appealsUntil", "28.11.2022"),
        entry("path", "/schools/1/expertise/2"));
    private static final Map<String, Object> PERSON_WITHOUT_PHONE =
        Map.of("name", "Безтелефонова Вера Тестовна", "phone", "", "email", "vera@example.org");

    private final LetterTemplates templates = new LetterTemplates(messages(), "https://marshrut.example/");

    static Stream<Letter> letters() {
        return Stream.of(
            letter("partner-notice", Map.of("round", "Взаимоэкспертиза 2022", "school", "МБОУ «Примерная школа»", "path", "/tasks/t1",
                "todo", "Подтвердите партнёра.", "calendar", List.of(Map.of("what", "обмен документами", "until", "07.10.2022")),
                "partners", List.of(
                    Map.of("name", "МБОУ «Образцовая школа»", "municipality", "Примерный район", "relation", "вы изучаете её программу",
                        "contacts", List.of(PERSON, PERSON_WITHOUT_PHONE)),
                    Map.of("name", "МБОУ «Третья школа»", "municipality", "Другой район", "relation", "", "contacts", List.of(PERSON))))),
            letter("assignment", with(TASK, "returned", 0)),
            letter("assignment", with(with(TASK, "returned", 1), "due", "")),
            letter("returned", with(with(TASK, "by", "Куратор Примеров П. Т."), "comment", "Нет дат.\nДобавьте сроки.")),
            letter("reminder", with(with(TASK, "from", PERSON_WITHOUT_PHONE), "note", "Ждём вас")),
            letter("digest", Map.of("date", "03.10.2022", "overdue", List.of(TASK), "soon", List.of(TASK, TASK), "fresh", List.of(),
                "news", List.of(Map.of("text", "Школа получила файлы партнёра", "path", "/circles/1")),
                "overdueMore", 4, "soonMore", 0, "freshMore", 0, "newsMore", 0)),
            letter("escalation", Map.of("count", 2, "silent", List.of(
                with(with(TASK, "school", "МБОУ «Примерная школа»"), "people", List.of(PERSON)),
                with(with(TASK, "school", ""), "people", List.of())))),
            letter("meeting-invitation", meeting()),
            letter("meeting-changed", with(meeting(), "before", "14.10.2022, 10:00")),
            letter("meeting-cancelled", with(meeting(), "reason", "школа выбыла")),
            letter("password-link", Map.of("path", "/password/secret")),
            letter("invitation", Map.of("path", "/password/secret", "posts", "куратор — Примерная школа № 1, с 01.02.2022", "login", "anna@example.org")),
            letter("conversation-question", Map.of("school", "МБОУ «Примерная школа»", "author", "Примеров Пётр Тестович", "role", "куратор",
                "body", "Какие документы приложить?\nИ до какого дня?", "attachments", 0, "path", "/school-years/1/conversation")),
            letter("appeal-answered", Map.of("school", "МБОУ «Примерная школа»", "stage", 2, "year", "2022", "kind", "балл",
                "about", "Формулировка задач эффективная", "words", "Задачи названы в разделе 2.", "decision", "балл изменён: было 1, стало 2",
                "remark", "", "answer", "Согласен.", "path", "/schools/1/expertise/1/appeals")),
            letter("appeal-answered", Map.of("school", "МБОУ «Примерная школа»", "stage", 2, "year", "2022", "kind", "замечание",
                "about", "не поставлены задачи", "words", "Поставлены.", "decision", "замечание изложено иначе",
                "remark", "поставлены не все задачи", "answer", "Уточнил.", "path", "/schools/1/expertise/1/appeals")),
            letter("visit-schedule", Map.of("school", "МБОУ «Примерная школа»", "curators", List.of(PERSON, PERSON_WITHOUT_PHONE),
                "visits", List.of(Map.of("day", "12.04.2022", "purpose", "посещение уроков")), "path", "/school-years/1/visits")),
            letter("expert-invitation", Map.of("region", "Примерный край", "stage", 2, "year", "2022", "until", "20.11.2022",
                "by", "Пробный Пётр Образцович", "reason", "Нужен эксперт <со стороны>", "path", "/my/conflicts")),
            letter("expertise-school", with(with(EXPERTISE, "school", "МБОУ «Примерная школа»"), "criteria", List.of(
                Map.of("title", "Формулировка задач эффективная", "points", "1 из 2", "words", "частично",
                    "comments", List.of("Задачи названы не для всех направлений."), "remarks", List.of("не поставлены задачи")),
                Map.of("title", "Документы подтверждают", "points", "2 из 2", "words", "", "comments", List.of(), "remarks", List.of())))),
            letter("expertise-region", with(with(with(with(EXPERTISE, "contentPart", "5,67 из 9 (сумма баллов 17, школ: 3)"), "contentNote",
                "Расписано 9 из 15 баллов."), "organisationalPart", "4 из 5"), "schools", 3)),
            letter("expertise-municipality", with(with(EXPERTISE, "mean", "5,67"), "schools", List.of(Map.of("name", "Школа № 1", "total", "7 из 9")))),
            letter("school-withdrew", Map.of("school", "МБОУ «Образцовая школа»", "round", "Взаимоэкспертиза 2022", "reason", "",
                "next", "Координатор подберёт нового партнёра.", "path", "/circles/1")));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void rendersInRussianWithNothingLeftOpen(Letter letter) {
        RenderedLetter rendered = templates.render(letter, ANNA, null, letter.template().equals("digest") ? "/mail/unsubscribe/x" : null);

        assertThat(rendered.subject()).isNotBlank().doesNotContain("{");
        for (String body : List.of(rendered.html(), rendered.text())) {
            assertThat(body).contains("Здравствуйте, Анна Примеровна!").contains("https://marshrut.example/").contains("«Маршрут 500+»")
                .contains("Вы получ")
                .doesNotContain("${", "[(", "[[", "[#", "[/", "null", " th:", "~{", "??");
        }
        assertThat(rendered.text()).doesNotContain("<p", "</", "&nbsp;", "&quot;", "\n\n\n");
        assertThat(rendered.html()).contains("<title>", "lang=\"ru\"").doesNotContain("<main>", "— </p>", "—</p>");
    }

    @Test
    void everyTemplateHasAPairASubjectAndAnExample() throws IOException {
        var covered = new TreeSet<>(letters().map(Letter::template).toList());
        assertThat(names("html")).containsExactlyElementsOf(covered);
        assertThat(names("txt")).containsExactlyElementsOf(covered);
    }

    @Test
    void textFromPeopleIsEscapedInHtmlAndPlainInText() {
        RenderedLetter rendered = templates.render(letter("assignment", with(TASK, "returned", 0)), ANNA, null, null);
        assertThat(rendered.html()).contains("Согласовать дату &lt;встречи&gt;");
        assertThat(rendered.text()).contains("Согласовать дату <встречи>");
    }

    @Test
    void contactsOfThePartnerAreGivenWithPhoneAndMail() {
        RenderedLetter rendered = templates.render(letters().findFirst().orElseThrow(), ANNA, null, null);
        for (String body : List.of(rendered.html(), rendered.text())) {
            assertThat(body).contains("Примеров Пётр Тестович", "+7 000 111-22-33", "petr@example.org", "куратор", "vera@example.org",
                "вы изучаете её программу", "до 07.10.2022", "https://marshrut.example/tasks/t1");
        }
        assertThat(rendered.subject()).isEqualTo("Ваш партнёр по взаимоэкспертизе: МБОУ «Примерная школа»");
    }

    @Test
    void onlyTheDigestOffersToLeaveIt() {
        Letter letter = letter("assignment", with(TASK, "returned", 0));
        assertThat(templates.render(letter, ANNA, null, null).html()).doesNotContain("unsubscribe");
        assertThat(templates.render(letter, ANNA, null, "/mail/unsubscribe/x").text()).contains("https://marshrut.example/mail/unsubscribe/x");
    }

    @Test
    void aModelWithoutAValueOfTheSubjectIsRefused() {
        assertThatThrownBy(() -> templates.render(letter("assignment", Map.of("returned", 0)), ANNA, null, null))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("title");
    }

    private static List<String> names(String extension) throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:templates/mail/*." + extension))
            .map(file -> file.getFilename().replace("." + extension, ""))
            .filter(name -> !List.of("layout", "parts", "footer").contains(name)).sorted().toList();
    }

    private static Letter letter(String template, Map<String, Object> model) {
        return new Letter(1, template, model, "example");
    }

    private static Map<String, Object> meeting() {
        return Map.of("title", "Встреча школ", "when", "17.10.2022, 14:00–15:00", "partner", "МБОУ «Образцовая школа»", "link",
            "https://video.example/1", "path", "/circles/1", "before", "", "reason", "");
    }

    private static Map<String, Object> with(Map<String, Object> model, String key, Object value) {
        var all = new HashMap<>(model);
        all.put(key, value);
        return all;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.notification", "messages.schoolyear-conversation", "messages.schoolyear-visits",
            "messages.expertise-appeals", "messages.expertise-result", "messages.expertise-experts");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
