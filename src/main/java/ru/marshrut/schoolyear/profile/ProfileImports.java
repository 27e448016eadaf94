package ru.marshrut.schoolyear.profile;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.persistence.ProfileRows;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.profile.RiskProfile.Source;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.ImportProblem;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OwedTasks;

/** Profiles of a territory's schools from one table: looked at first, then taken over all together or not at all. */
@Service
@Transactional
public class ProfileImports {

    /** Resource type of the uploaded table; its id is {@code <level>-<place>-<year>}. */
    static final String TYPE = "risk-profile-table";

    private final Documents documents;
    private final Territory territory;
    private final SchoolYears years;
    private final ProfileRows rows;
    private final ProfileEntry entry;
    private final StageCourse course;
    private final OwedTasks tasks;
    private final ProfileEngine engine;
    private final AccessPolicy policy;
    private final MessageSource messages;
    private final Clock clock;

    ProfileImports(Documents documents, Territory territory, SchoolYears years, ProfileRows rows, ProfileEntry entry, StageCourse course,
                   OwedTasks tasks, ProfileEngine engine, AccessPolicy policy, MessageSource messages, Clock clock) {
        this.documents = documents;
        this.territory = territory;
        this.years = years;
        this.rows = rows;
        this.entry = entry;
        this.course = course;
        this.tasks = tasks;
        this.engine = engine;
        this.policy = policy;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the uploaded table would do now.
     *
     * @param changes     a line for each school whose profile would be new or different
     * @param unchanged   schools whose profile says the same already
     * @param empty       schools that the table names without any level
     * @param fingerprint changes when the changes do
     */
    public record Preview(StoredDocument file, List<ImportProblem> problems, List<Change> changes, int unchanged, int empty, String fingerprint) {

        public boolean isSound() {
            return problems.isEmpty();
        }
    }

    /** @param fresh whether the school had no profile before */
    public record Change(String sheet, int row, long yearId, String school, boolean fresh, List<Field> fields) {}

    /** @param before null where there was nothing */
    public record Field(String direction, RiskLevel before, RiskLevel now) {}

    private record Looked(Preview preview, Map<Long, Map<String, RiskLevel>> levels) {}

    /** Replaces the table that was uploaded before and not confirmed. */
    public void upload(Viewer viewer, Place place, int year, String fileName, InputStream content) throws IOException {
        coordinated(viewer, place);
        Slot slot = slot(place, year);
        documents.in(slot).forEach(before -> documents.remove(before.id(), null));
        documents.accept(slot, ProfileFiles.ONE_WORKBOOK, fileName, content);
    }

    @Transactional(readOnly = true)
    public Optional<Preview> preview(Viewer viewer, Place place, int year) {
        coordinated(viewer, place);
        return waiting(place, year).map(file -> look(file, place, year).preview());
    }

    public void discard(Viewer viewer, Place place, int year) {
        coordinated(viewer, place);
        waiting(place, year).ifPresent(file -> documents.remove(file.id(), null));
    }

    /**
     * Takes the table over; schools that are asked for their profile just now are asked no longer.
     *
     * @return how many profiles were taken over
     */
    public int confirm(Viewer viewer, Place place, int year, String fingerprint) {
        coordinated(viewer, place);
        StoredDocument file = waiting(place, year).orElseThrow(() -> Refusal.of("schoolyear.import.nothingWaits"));
        rows.lock(runningYears(place, year).values().stream().map(SchoolYear::id).toList());
        Looked looked = look(file, place, year);
        if (!looked.preview().isSound()) {
            throw Refusal.of("schoolyear.import.hasProblems", looked.preview().problems().size());
        }
        if (!looked.preview().fingerprint().equals(fingerprint)) {
            throw Refusal.of("schoolyear.import.changedMeanwhile");
        }
        Set<Long> asked = asked(looked.levels().keySet());
        looked.levels().forEach((yearId, levels) -> {
            entry.receive(yearId, Source.TERRITORY_FILE, levels, viewer.personId());
            if (asked.contains(yearId)) {
                course.open(yearId, Stage.FIRST_VISIT);
                engine.profileReceived(yearId);
            }
        });
        documents.remove(file.id(), null);
        return looked.levels().size();
    }

    /** Years whose school is asked for the profile now. */
    private Set<Long> asked(Collection<Long> yearIds) {
        return tasks.ofAll(RiskProfileModel.KEY, yearIds.stream().map(String::valueOf).toList()).stream()
            .filter(task -> task.step().equals(RiskProfileModel.ENTER_PROFILE)).map(task -> YearKey.yearOf(task.businessKey())).collect(Collectors.toSet());
    }

    private Looked look(StoredDocument file, Place place, int year) {
        FileProblems problems = new FileProblems(messages);
        ProfileTable table = new ProfileTable(territory.riskDirections(), problems);
        try (InputStream content = documents.open(file.id())) {
            table.read(SheetCells.of(file.fileName(), content));
        } catch (Refusal refusal) {
            problems.add("", 0, "", file.fileName(), "unreadable", file.fileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, School> schools = territory.schoolsWithin(place).stream().collect(toMap(school -> school.code().toLowerCase(Locale.ROOT), school -> school));
        Map<Long, SchoolYear> running = runningYears(place, year);
        Map<Long, RiskProfile> profiles = rows.profiles(running.values().stream().map(SchoolYear::id).toList());
        List<Change> changes = new ArrayList<>();
        Map<Long, Map<String, RiskLevel>> levels = new LinkedHashMap<>();
        int unchanged = 0;
        for (Map.Entry<String, ProfileTable.Row> named : table.rows().entrySet()) {
            ProfileTable.Row row = named.getValue();
            School school = schools.get(named.getKey());
            SchoolYear its = school == null ? null : running.get(school.id());
            if (its == null) {
                problems.add(row.sheet(), row.number(), row.codeColumn(), row.code(), school == null ? "unknownSchool" : "noYear", String.valueOf(year));
            } else if (profiles.get(its.id()).levels().equals(row.levels())) {
                unchanged++;
            } else if (profiles.get(its.id()).isVerified()) {
                problems.add(row.sheet(), row.number(), row.codeColumn(), row.code(), "verified");
            } else {
                changes.add(change(row, its, school, profiles.get(its.id())));
                levels.put(its.id(), row.levels());
            }
        }
        return new Looked(new Preview(file, problems.found(), changes, unchanged, table.empty(),
            DigestUtils.md5DigestAsHex((file.id() + changes.toString()).getBytes(StandardCharsets.UTF_8))), levels);
    }

    private static Change change(ProfileTable.Row row, SchoolYear year, School school, RiskProfile before) {
        List<Field> fields = before.directions().stream().filter(direction -> row.levels().containsKey(direction.code()))
            .map(direction -> new Field(direction.name(), direction.last() == null ? null : direction.level(), row.levels().get(direction.code())))
            .filter(field -> field.now() != field.before()).toList();
        return new Change(row.sheet(), row.number(), year.id(), school.name(), !before.isThere(), fields);
    }

    /** By school. */
    private Map<Long, SchoolYear> runningYears(Place place, int year) {
        List<Long> schools = territory.schoolsWithin(place).stream().map(School::id).toList();
        return years.ofSchools(schools, year).values().stream().filter(SchoolYear::isRunning).collect(toMap(SchoolYear::schoolId, one -> one));
    }

    /** A table with all schools whose year runs, with the levels that are there. */
    @Transactional(readOnly = true)
    public void writeTemplate(Viewer viewer, Place place, int year, OutputStream out) throws IOException {
        coordinated(viewer, place);
        Map<Long, SchoolYear> running = runningYears(place, year);
        Map<Long, RiskProfile> profiles = rows.profiles(running.values().stream().map(SchoolYear::id).toList());
        Texts texts = new Texts(messages, "schoolyear", Viewers.FEDERATION_ZONE);
        List<Column> columns = new ArrayList<>(List.of(new Column(texts.of("template.code"), 16), new Column(texts.of("template.schoolName"), 40)));
        territory.riskDirections().values().forEach(name -> columns.add(new Column(name, 22)));
        try (Workbook workbook = new Workbook(texts.of("template.title"), texts, clock.instant())) {
            Workbook.Sheet sheet = workbook.sheet(texts.of("template.sheets"), texts.of("template.title"),
                texts.of("template.how", String.valueOf(year)), PrintSetup.A3_PAPERSIZE, 2, columns);
            for (School school : territory.schoolsWithin(place)) {
                if (running.containsKey(school.id())) {
                    Workbook.Line line = sheet.line().text(school.code()).text(school.name());
                    profiles.get(running.get(school.id()).id()).directions()
                        .forEach(direction -> line.text(direction.last() == null ? "" : texts.of("level", direction.level())));
                }
            }
            sheet.end();
            workbook.writeTo(out);
        }
    }

    private Optional<StoredDocument> waiting(Place place, int year) {
        return documents.in(slot(place, year)).stream().findFirst();
    }

    private static Slot slot(Place place, int year) {
        return new Slot(TYPE, place.level() + "-" + place.id() + "-" + year, "table");
    }

    /** The place, where it is a region or a municipality that the viewer coordinates; a school has a form of its own. Throws {@link NotYours}. */
    @Transactional(readOnly = true)
    public Place coordinated(Viewer viewer, Place place) {
        boolean meant = place.level() == Level.REGION || place.level() == Level.MUNICIPALITY;
        if (!meant || !policy.mayCoordinate(viewer, place)) {
            throw new NotYours(TYPE, place);
        }
        return place;
    }
}
