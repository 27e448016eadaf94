package ru.marshrut.schoolyear.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The verified profile as a paper, kept among the school's documents: the package of the peer review takes it from there (DESIGN 6.3). */
@Component
public class ProfilePapers {

    /** Kind of the document among those of the school. */
    public static final String KIND = "riskProfile";

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final List<Integer> WIDTHS = List.of(600, 3955, 1400, 1500, 1900);

    private final SchoolYears years;
    private final ProfileEntry profiles;
    private final Surveys surveys;
    private final FirstVisits visits;
    private final Activations activations;
    private final Territory territory;
    private final Documents documents;
    private final MessageSource messages;
    private final Clock clock;

    ProfilePapers(SchoolYears years, ProfileEntry profiles, Surveys surveys, FirstVisits visits, Activations activations, Territory territory,
                  Documents documents, MessageSource messages, Clock clock) {
        this.years = years;
        this.profiles = profiles;
        this.surveys = surveys;
        this.visits = visits;
        this.activations = activations;
        this.territory = territory;
        this.documents = documents;
        this.messages = messages;
        this.clock = clock;
    }

    /** A paper that was kept before is replaced and stays readable. */
    @Transactional
    public void keep(long yearId) {
        SchoolYear year = years.get(yearId);
        School school = territory.school(year.schoolId());
        Texts texts = new Texts(messages, "schoolyear", territory.region(year.regionId()).zone());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(year, school, texts, out);
            documents.keep(SchoolDocuments.slot(school.id(), year.year(), KIND), texts.of("paper.fileName", school.code(), String.valueOf(year.year())), DOCX,
                new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SchoolYear year, School school, Texts texts, ByteArrayOutputStream out) throws IOException {
        RiskProfile profile = profiles.of(year.id());
        Set<String> activated = activations.last(year.id()).map(Activation::chosen).orElse(Set.of());
        try (WordDocument document = new WordDocument(texts.of("paper.title"), school.name(), texts, clock.instant())) {
            document.title(texts.of("paper.title"));
            document.subject(school.name());
            document.subtitle(texts.of("paper.subtitle", String.valueOf(year.year()), texts.day(clock.instant())));
            document.table(List.of(texts.of("paper.column.number"), texts.of("paper.column.direction"), texts.of("paper.column.received"), texts.of("paper.column.level"),
                texts.of("paper.column.activated")), WIDTHS, rows(profile, activated, texts));
            List<String> remarks = remarks(profile, texts);
            if (!remarks.isEmpty()) {
                document.heading(texts.of("paper.remarks"));
                document.list(remarks);
            }
            visits.of(year.id()).ifPresent(visit -> {
                document.heading(texts.of("paper.visit"));
                document.text(texts.of("paper.visit.words", texts.day(visit.visitedOn()), visit.participants()));
                document.text(visit.report());
            });
            document.heading(texts.of("paper.survey"));
            document.list(surveys.of(year.id()).groups().stream().map(group -> surveyed(group, texts)).toList());
            document.writeTo(out);
        }
    }

    private static List<List<String>> rows(RiskProfile profile, Set<String> activated, Texts texts) {
        List<List<String>> rows = new ArrayList<>();
        for (RiskDirection direction : profile.directions()) {
            RiskLevel received = direction.said().stream().filter(said -> said.act() == RiskDirection.Act.RECEIVED)
                .reduce((earlier, later) -> later).map(RiskDirection.Said::level).orElse(RiskLevel.UNKNOWN);
            rows.add(List.of(String.valueOf(rows.size() + 1), direction.name(), texts.of("level", received), texts.of("level", direction.level()),
                texts.of(activated.contains(direction.code()) ? "paper.activated" : "paper.notActivated")));
        }
        return rows;
    }

    private static List<String> remarks(RiskProfile profile, Texts texts) {
        return profile.directions().stream().flatMap(direction -> direction.answers().stream().filter(said -> !said.comment().isEmpty())
            .map(said -> texts.of("paper.remark", direction.name(), texts.of("act", said.act()), said.comment()))).toList();
    }

    private static String surveyed(Survey.Group group, Texts texts) {
        OptionalDouble share = group.share();
        return share.isEmpty() ? texts.of("paper.survey.none", group.name())
            : texts.of("paper.survey.group", group.name(), group.answered(), group.invited(), share.getAsDouble());
    }
}
