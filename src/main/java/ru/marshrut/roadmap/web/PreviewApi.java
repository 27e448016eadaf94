package ru.marshrut.roadmap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.reading.ReadTable;
import ru.marshrut.shared.Refusal;

/** Shows how an order's table would be understood; stores nothing. */
@RestController
@RequestMapping("/api/road-maps/preview")
@Tag(name = "Дорожные карты", description = "Разбор приказов, черновики, утверждение, версии")
class PreviewApi {

    record PreviewAnswer(List<TableAnswer> tables, List<RowAnswer> rows) {}

    private final RoadMapDrafts drafts;
    private final RoadMapWords words;

    PreviewApi(RoadMapDrafts drafts, RoadMapWords words) {
        this.drafts = drafts;
        this.words = words;
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Разобрать вставленную таблицу", description = "Текст в UTF-8 (понятны и UTF-16 с меткой порядка байтов, и windows-1251), ячейки разделены табуляцией. "
        + "Ничего не сохраняется. "
        + "level: FEDERAL, REGIONAL или MUNICIPAL.")
    PreviewAnswer text(@RequestParam(required = false) String year, @RequestParam(required = false) String level,
                       @RequestBody(required = false) byte[] body) {
        return answer(new OrderSource.Pasted(body == null ? "" : HandedIn.decoded(body)), year, level);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Разобрать файл приказа", description = "DOCX, XLSX или TXT в части file. Ничего не сохраняется.")
    PreviewAnswer file(@RequestParam(required = false) String year, @RequestParam(required = false) String level,
                       @RequestPart(required = false) MultipartFile file) {
        return answer(HandedIn.of(file, ""), year, level);
    }

    /** What cannot be previewed is the request's fault: nothing was to be changed. */
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, words.of(refusal));
        problem.setTitle(words.of("access.error.title.400"));
        if (refusal.field() != null) {
            problem.setProperty("field", refusal.field());
        }
        return problem;
    }

    private PreviewAnswer answer(OrderSource source, String year, String level) {
        List<ReadTable> tables = drafts.preview(source, year(year), level(level));
        return new PreviewAnswer(tables.stream().map(table -> TableAnswer.of(table, words)).toList(),
            tables.stream().flatMap(table -> table.rows().stream().map(row -> RowAnswer.of(table.index(), row, words))).toList());
    }

    private static int year(String year) {
        if (year == null || !year.strip().matches("\\d{4}")) {
            throw Refusal.ofField("year", "roadmap.web.yearMissing", year == null ? "" : year);
        }
        return Integer.parseInt(year.strip());
    }

    private static MapLevel level(String level) {
        return Arrays.stream(MapLevel.values()).filter(known -> level != null && known.name().equalsIgnoreCase(level.strip())).findFirst()
            .orElseThrow(() -> Refusal.ofField("level", "roadmap.web.levelMissing", level == null ? "" : level));
    }
}
