package ru.marshrut.peerreview.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.documents.office.Workbook.Line;

/**
 * Writes the schedule of a round as XLSX: who meets whom and when, whose forms are in, where the video is (seed 001:
 * «Составление графика встреч, загрузки анкет, ссылок на видеозаписи в ИС»).
 */
public final class ScheduleWriter {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of("circle", "school", "municipality", "reviews", "reviewedBy", "step",
        "confirmed", "documents", "form", "meeting", "meetingLink", "participants", "video", "finalFile", "uploaded",
        "uploadedUnder", "checkedBy", "lateness", "coordinator", "phone", "email");
    private static final List<Integer> WIDTHS = List.of(7, 24, 19, 24, 24, 20, 14, 12, 15, 17, 20, 12, 20, 12, 12, 20, 19, 22, 20, 18, 22);

    private final MessageSource messages;

    public ScheduleWriter(MessageSource messages) {
        this.messages = messages;
    }

    public String fileName(RoundHead head) {
        return new ReviewTexts(messages, head.zone()).of("schedule.fileName", String.valueOf(head.year()));
    }

    /**
     * Takes the rows one by one and keeps only the last ones in memory.
     *
     * @param out stays open
     */
    public void write(RoundHead head, Iterator<ScheduleRow> rows, OutputStream out) throws IOException {
        ReviewTexts texts = new ReviewTexts(messages, head.zone());
        String title = texts.of("schedule.title", head.title(), String.valueOf(head.year()));
        try (Workbook workbook = new Workbook(title, texts, head.preparedAt())) {
            List<Column> columns = Stream.iterate(0, i -> i < COLUMNS.size(), i -> i + 1)
                .map(i -> new Column(texts.of("schedule." + COLUMNS.get(i)), WIDTHS.get(i))).toList();
            Workbook.Sheet sheet = workbook.sheet(texts.of("schedule.sheet"), title, texts.of("round.state", texts.territory(head),
                texts.minute(head.preparedAt())), PrintSetup.A3_PAPERSIZE, 2, columns);
            while (rows.hasNext()) {
                fill(sheet.line(), rows.next(), texts);
            }
            sheet.end();
            workbook.writeTo(out);
        }
    }

    private static void fill(Line line, ScheduleRow row, ReviewTexts texts) {
        SchoolProgress progress = row.progress();
        line.number(row.circle()).text(progress.school()).text(progress.municipality())
            .textOr(String.join("\n", row.reviews()), texts.of("schedule.noPartner"))
            .textOr(String.join("\n", row.reviewedBy()), texts.of("schedule.noPartner"))
            .text(row.step())
            .dayOr(progress.confirmedOn(), texts.of("schedule.notConfirmed"))
            .dayOr(progress.documentsOn(), texts.of("schedule.noDocuments"))
            .dayOr(progress.formOn(), texts.of("schedule.noForm"));
        meeting(line, row.meeting(), texts);
        line.dayOr(progress.finalFileOn(), texts.of("schedule.noFinalFile"))
            .dayOr(progress.uploadedOn(), texts.of("schedule.notUploaded"))
            .text(progress.uploadedUnder())
            .textOr(progress.checkedBy(), texts.of("schedule.notChecked"));
        if (progress.isLate()) {
            line.missing(texts.lateness(progress));
        } else {
            line.text(null);
        }
        if (row.coordinator() == null) {
            line.missing(texts.of("schedule.noCoordinator")).text(null).text(null);
        } else {
            line.text(row.coordinator().name()).text(row.coordinator().phone()).text(row.coordinator().email());
        }
    }

    private static void meeting(Line line, CircleMeeting meeting, ReviewTexts texts) {
        if (meeting == null) {
            line.missing(texts.of("schedule.noMeeting")).text(null).text(null).text(null);
            return;
        }
        line.minute(meeting.startsAt()).linkOr(meeting.link(), texts.of("schedule.noLink"));
        if (meeting.participants() == null) {
            line.text(null);
        } else {
            line.number(meeting.participants());
        }
        line.linkOr(meeting.videoLink(), texts.of("schedule.noVideo"));
    }
}
