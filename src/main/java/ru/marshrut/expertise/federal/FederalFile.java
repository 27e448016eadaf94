package ru.marshrut.expertise.federal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;

/** The comparison as a Word document. */
@Component
public class FederalFile {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<Integer> WIDTHS = List.of(4754, 1100, 1700, 1700, 1200, 2300, 2100);

    private final FederalComparison comparison;
    private final Territory territory;
    private final MessageSource messages;
    private final Clock clock;

    FederalFile(FederalComparison comparison, Territory territory, MessageSource messages, Clock clock) {
        this.comparison = comparison;
        this.territory = territory;
        this.messages = messages;
        this.clock = clock;
    }

    public String fileName(FederalKey key) {
        return texts(key).of("fileName", String.valueOf(key.year()), key.stage());
    }

    /** @param out stays open */
    public void write(FederalKey key, OutputStream out) throws IOException {
        Texts texts = texts(key);
        Region region = territory.region(key.regionId());
        List<Compared> compared = comparison.of(key);
        String title = texts.of("title");
        try (WordDocument document = new WordDocument(title, title, texts, clock.instant(), true)) {
            document.title(title);
            document.subject(region.name());
            document.subtitle(texts.of("subtitle", key.stage(), String.valueOf(key.year()), texts.minute(clock.instant())));
            document.table(List.of(texts.of("column.criterion"), texts.of("column.maximum"), texts.of("column.federal"), texts.of("column.own"),
                texts.of("column.difference"), texts.of("column.letter"), texts.of("column.note")), WIDTHS,
                compared.stream().map(one -> cells(one, texts)).toList());
            document.text(texts.of("rule"));
            document.writeTo(out);
        }
    }

    /** «1», «1,5», «−0,33». */
    public static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',').replace('-', '−');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static List<String> cells(Compared one, Texts texts) {
        FederalResult federal = one.federal();
        String own = one.own() == null ? texts.of("none") : one.own().sample() == 0 ? number(one.own().points())
            : texts.of("ownMean", number(one.own().points()), one.own().checked(), one.own().sample());
        return List.of(one.criterion().title(), String.valueOf(one.criterion().maximum()),
            federal == null ? texts.of("none") : number(federal.points()), own,
            one.difference() == null ? texts.of("none") : number(one.difference()),
            federal == null ? texts.of("none") : texts.of("letterOf", federal.letter(), day(federal.letterOn())),
            federal == null || federal.comment().isEmpty() ? texts.of("note." + one.note())
                : (texts.of("note." + one.note()) + "\n" + federal.comment()).strip());
    }

    private Texts texts(FederalKey key) {
        return new Texts(messages, "expertise.federal", territory.region(key.regionId()).zone());
    }
}
