package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.testing.Visitor;

/** The monitoring stages of a year: a report is returned, a stage is opened again, the second counts what the first had proven. */
final class MonitoringInBrowser {

    private final YearVisitors people;
    private final Map<String, String> directions;

    /** @param directions names by code */
    MonitoringInBrowser(YearVisitors people, Map<String, String> directions) {
        this.people = people;
        this.directions = directions;
    }

    void theFirstStageIsReportedOn() throws IOException {
        people.passesUntil("2021-05-16");
        people.opens(people.school, MonitoringModel.REPORT, "Отчитаться о мероприятиях антирисковой программы");
        for (String risk : List.of("motivation", "staff")) {
            reports(risk, null, "Работа идёт по программе");
        }
        reports("Предметная неделя", "2021-05-14", "Участвовали 70% обучающихся");
        people.attaches(people.school, "Предметная неделя", "Приказ о неделе.docx", SampleFiles.docx());
        reports("Курсы повышения квалификации", "2021-05-15", "Обучены 5 учителей");
        people.isRefused(people.school, "Отправить куратору", "отметьте «Без подтверждения»");
        people.shoot(people.school, 390, "monitoring-refused-phone");
        for (String risk : List.of("motivation", "staff")) {
            people.attaches(people.school, risk(risk), "Справка.docx", SampleFiles.docx());
        }
        people.attaches(people.school, "Курсы повышения квалификации", "Удостоверения.docx", SampleFiles.docx());
        people.shoot(people.school, 1280, "monitoring-report");
        people.sends(people.school, "Отправить куратору");

        people.opensInTaskList(people.curator, MonitoringModel.CHECK, "Проверить отчёт школы о мероприятиях");
        confirmsAllBut("Курсы повышения квалификации", "Приложите удостоверения всех пяти учителей");
        people.shoot(people.curator, 1280, "monitoring-check-in-task-list");
        people.sendsInTaskList(people.curator, "Завершить проверку");

        people.opens(people.school, MonitoringModel.REPORT, "Отчитаться о мероприятиях антирисковой программы");
        assertThat(people.school.sees()).containsText("Возвращено: Приложите удостоверения всех пяти учителей");
        people.attaches(people.school, "Курсы повышения квалификации", "Удостоверения 1–5.docx", SampleFiles.docx());
        people.sends(people.school, "Отправить куратору");
        people.opens(people.curator, MonitoringModel.CHECK, "Проверить отчёт школы о мероприятиях");
        confirmsAllBut(null, null);
        people.sends(people.curator, "Завершить проверку");
        places("2021-05-18");
        people.curator.open(people.page("monitoring/1"));
        assertThat(people.curator.sees()).containsText("Выполнено и подтверждено мероприятий: 2 из 3");
        people.shoot(people.curator, 1280, "monitoring");
        people.shoot(people.curator, 390, "monitoring-phone");
    }

    void theFirstStageIsOpenedAgain() throws IOException {
        Visitor municipal = people.municipal;
        municipal.open(people.page("monitoring/1"));
        municipal.sees().locator("summary").filter(new Locator.FilterOptions().setHasText("Открыть этап снова")).click();
        municipal.fill("reason", "В справке о предметной неделе нет даты");
        municipal.sees().locator("form[action$=reopening] label").filter(new Locator.FilterOptions().setHasText("Предметная неделя")).locator("input").check();
        people.shoot(municipal, 1280, "monitoring-reopening");
        municipal.press("Открыть этап снова");
        people.goesOn();
        people.allSeeOnTheMap("открывался снова: 1", "Отчитаться о мероприятиях антирисковой программы");
        people.shoot(people.school, 390, "map-reopened-phone");
        people.opens(people.school, MonitoringModel.REPORT, "Отчитаться о мероприятиях антирисковой программы");
        people.attaches(people.school, "Предметная неделя", "Справка с датой.docx", SampleFiles.docx());
        people.sends(people.school, "Отправить куратору");
        people.opens(people.curator, MonitoringModel.CHECK, "Проверить отчёт школы о мероприятиях");
        confirmsAllBut(null, null);
        people.sends(people.curator, "Завершить проверку");
        places("2021-05-24");
    }

    void theSecondStageIsReportedOn() throws IOException {
        people.passesUntil("2021-10-05");
        people.opensInTaskList(people.school, MonitoringModel.REPORT, "Отчитаться о мероприятиях антирисковой программы");
        for (String risk : List.of("motivation", "staff")) {
            reports(risk, null, "Цели программы достигнуты");
            people.attaches(people.school, risk(risk), "Итоги.docx", SampleFiles.docx());
        }
        reports("Наставничество молодых учителей", "2021-09-30", "Работают 3 пары");
        people.attaches(people.school, "Наставничество молодых учителей", "Приказ о наставничестве.docx", SampleFiles.docx());
        people.shoot(people.school, 1280, "monitoring-2-in-task-list");
        people.sendsInTaskList(people.school, "Отправить куратору");
        people.opens(people.curator, MonitoringModel.CHECK, "Проверить отчёт школы о мероприятиях");
        confirmsAllBut(null, null);
        people.sends(people.curator, "Завершить проверку");
        places("2021-10-11");
    }

    /** @param on day on which a measure was done; null for a direction */
    private void reports(String thing, String on, String words) {
        Locator card = YearVisitors.about(people.school, risk(thing));
        if (on != null) {
            card.locator("[name^=claim_][value=DONE]").check();
            card.locator("[name^=on_]").fill(on);
        }
        card.locator("[name^=words_]").fill(words);
    }

    private void confirmsAllBut(String thing, String comment) {
        people.curator.sees().locator("[name^=decision_][value=YES]").all().forEach(Locator::check);
        people.curator.fill("commentForAll", "Документы проверены");
        if (thing != null) {
            people.decides(people.curator, thing, "NO", comment);
        }
    }

    private void places(String on) {
        people.passesUntil(on);
        people.opens(people.school, MonitoringModel.PLACE, "Разместить документы мониторинга в ИС МЭДК");
        people.school.choose("under", "motivation");
        people.school.fill("on", on);
        people.school.choose("placed", "yes");
        people.shoot(people.school, 390, "monitoring-place-phone");
        people.sends(people.school, "Завершить этап");
    }

    private String risk(String code) {
        return directions.getOrDefault(code, code);
    }
}
