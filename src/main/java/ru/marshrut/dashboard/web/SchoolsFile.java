package ru.marshrut.dashboard.web;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.persistence.OverdueWork;
import ru.marshrut.dashboard.persistence.ReviewStandings;
import ru.marshrut.dashboard.web.SchoolLines.SchoolLine;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.documents.office.Workbook.Line;
import ru.marshrut.territory.Person;

/** The lists of the dashboards as Excel workbooks. */
@Component
class SchoolsFile {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MessageSource messages;
    private final DashboardWords words;
    private final Clock clock;

    SchoolsFile(MessageSource messages, DashboardWords words, Clock clock) {
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    private interface Rows {
        void fill(Workbook.Sheet sheet);
    }

    void write(List<SchoolLine> schools, int year, OutputStream out) throws IOException {
        write("schools", List.of(column("region", 22), column("municipality", 24), column("school", 34), column("stands", 28), column("next", 28), column("due", 13),
            column("left", 20), column("steps", 10), column("turn", 30), column("people", 34), column("unread", 14)), year, out, sheet -> schools.forEach(line -> {
                Line row = sheet.line().text(line.school().region()).text(line.school().municipality()).text(line.school().school()).text(line.station())
                    .text(line.next()).dayOr(line.school().nextDue(), words.of("dashboard.due.none")).text(line.left());
                if (line.next() == null) {
                    row.text(null);
                } else {
                    row.number(line.school().stepsLeft());
                }
                row.text(line.role() == null ? null : line.school().step() + " — " + line.role())
                    .text(line.people().stream().map(Person::fullName).collect(joining("\n"))).number(line.unread());
            }));
    }

    void writeCircles(List<ReviewStandings.Row> schools, int year, OutputStream out) throws IOException {
        write("circles", List.of(column("municipality", 24), column("school", 34), column("partners", 34), column("round", 34), column("step", 24),
            column("late", 14)), year, out, sheet -> schools.forEach(school -> sheet.line().text(school.municipality()).text(school.school())
                .textOr(school.partners(), words.of("dashboard.step.PAIRING")).text(school.round()).text(words.of("dashboard.step." + school.step()))
                .text(school.late() ? words.of("dashboard.circles.late") : null)));
    }

    void writeTasks(List<OverdueWork.Row> tasks, int year, OutputStream out) throws IOException {
        write("tasks", List.of(column("task", 44), column("about", 40), column("school", 34), column("role", 26), column("due", 13)), year, out,
            sheet -> tasks.forEach(task -> sheet.line().text(task.title()).text(task.context()).text(task.school())
                .text(words.of("territory.role." + task.responsible().role()))
                .dayOr(task.dueAt().minusMillis(1).atZone(Viewers.FEDERATION_ZONE).toLocalDate(), words.of("dashboard.due.none"))));
    }

    private Column column(String name, int characters) {
        return new Column(words.of("dashboard.file." + name), characters);
    }

    private void write(String list, List<Column> columns, int year, OutputStream out, Rows rows) throws IOException {
        Texts texts = new Texts(messages, "dashboard", Viewers.FEDERATION_ZONE);
        String title = words.of("dashboard." + list + ".title", String.valueOf(year));
        try (Workbook workbook = new Workbook(title, texts, clock.instant())) {
            Workbook.Sheet sheet = workbook.sheet(words.of("dashboard." + list + ".sheet"), title,
                words.of("dashboard.programme.asOf", texts.minute(clock.instant())), PrintSetup.A3_PAPERSIZE, 0, columns);
            rows.fill(sheet);
            sheet.end();
            workbook.writeTo(out);
        }
    }
}
