package ru.marshrut.schoolyear.programme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.roadmap.reading.RoadMapReading;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;
import ru.marshrut.schoolyear.concept.DocumentKinds;
import ru.marshrut.schoolyear.persistence.ConceptRows;
import ru.marshrut.schoolyear.persistence.ProgrammeRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** The school prepares its programme row by row or from a file, and hands it in as a version that is never changed. */
@Service
@Transactional
public class ProgrammeDrafts {

    private static final int MOST_ROWS = 300;

    private final ProgrammeRows rows;
    private final YearRows years;
    private final ConceptRows documentRows;
    private final ProgrammeDates dates;
    private final ProgrammeFiles files;
    private final RoadMapReading reading;
    private final Documents documents;
    private final Territory territory;
    private final YearAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    ProgrammeDrafts(ProgrammeRows rows, YearRows years, ConceptRows documentRows, ProgrammeDates dates, ProgrammeFiles files, RoadMapReading reading,
                    Documents documents, Territory territory, YearAccess access, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.documentRows = documentRows;
        this.dates = dates;
        this.files = files;
        this.reading = reading;
        this.documents = documents;
        this.territory = territory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether rows read from a file take the place of what is there, or follow it. */
    public enum Taking { REPLACE, ADD }

    /**
     * Whether the school can change its programme now: not while the curator checks it, nor once it is approved. What was
     * returned, or opened for a new version, is finished also when the year has been completed meanwhile.
     */
    @Transactional(readOnly = true)
    public boolean isOpen(SchoolYear year) {
        Optional<State> state = documentRows.state(year.schoolId(), year.year(), DocumentKinds.ANTIRISK_PROGRAMME);
        boolean withSchool = state.filter(one -> one == State.SENT || one == State.APPROVED).isEmpty();
        return withSchool && (year.isRunning() || state.isPresent() && year.status() == SchoolYear.Status.COMPLETED);
    }

    @Transactional(readOnly = true)
    public List<ProgrammeRow> rows(long yearId) {
        return rows.rows(yearId);
    }

    @Transactional(readOnly = true)
    public List<ProgrammeVersion> versions(long yearId) {
        return rows.versions(yearId);
    }

    /** Names of the school's activated risk directions by code, in their published order. */
    @Transactional(readOnly = true)
    public Map<String, String> activated(SchoolYear year) {
        Set<String> active = territory.activatedRisks(List.of(year.schoolId()), year.year()).getOrDefault(year.schoolId(), Set.of());
        Map<String, String> named = new LinkedHashMap<>(territory.riskDirections());
        named.keySet().retainAll(active);
        return named;
    }

    /** Names of activated directions that no measure is planned for. */
    @Transactional(readOnly = true)
    public List<String> withoutMeasures(SchoolYear year) {
        Map<String, String> left = new LinkedHashMap<>(activated(year));
        rows.rows(year.id()).stream().filter(row -> !row.text().measure().isEmpty()).forEach(row -> left.remove(row.text().direction()));
        return List.copyOf(left.values());
    }

    /** @return id of the row */
    public long add(long yearId, Viewer viewer, ProgrammeText text) {
        SchoolYear year = open(yearId, viewer);
        refuseMore(1, rows.rows(yearId).size());
        refuseBad(text);
        return rows.add(yearId, text, dates.read(text.dateWords(), year.year()));
    }

    public void change(long yearId, Viewer viewer, long rowId, ProgrammeText text) {
        SchoolYear year = open(yearId, viewer);
        refuseBad(text);
        if (!rows.change(yearId, rowId, text, dates.read(text.dateWords(), year.year()))) {
            throw Refusal.of("schoolyear.programme.rowGone");
        }
    }

    public void remove(long yearId, Viewer viewer, long rowId) {
        open(yearId, viewer);
        rows.remove(yearId, List.of(rowId));
    }

    /** @param down else up; at the end of the list nothing moves */
    public void move(long yearId, Viewer viewer, long rowId, boolean down) {
        open(yearId, viewer);
        List<Long> ids = new ArrayList<>(rows.rows(yearId).stream().map(ProgrammeRow::id).toList());
        int at = ids.indexOf(rowId);
        int to = at + (down ? 1 : -1);
        if (at >= 0 && to >= 0 && to < ids.size()) {
            Collections.swap(ids, at, to);
            rows.order(yearId, ids);
        }
    }

    /**
     * Freezes the programme as the next version and keeps its DOCX among the school's documents.
     *
     * @param withRemarks whether the school hands it in although something is pointed out
     */
    public void send(long yearId, Viewer viewer, boolean withRemarks) {
        SchoolYear year = open(yearId, viewer);
        List<ProgrammeRow> all = rows.rows(yearId);
        if (all.isEmpty()) {
            throw Refusal.of("schoolyear.programme.empty");
        }
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).remarks().contains(Remark.NO_MEASURE)) {
                throw Refusal.of("schoolyear.programme.rowWithoutMeasure", at + 1);
            }
        }
        int remarks = all.stream().mapToInt(row -> row.remarks().size()).sum() + withoutMeasures(year).size();
        if (remarks > 0 && !withRemarks) {
            throw Refusal.ofField("withRemarks", "schoolyear.programme.remarksLeft", remarks);
        }
        List<ProgrammeVersion> before = rows.versions(yearId);
        int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
        StoredDocument kept = keep(year, number, all);
        rows.freeze(yearId, number, clock.instant(), viewer.personId(), remarks, kept.id());
        audit.record("schoolyear.programmeSent", subject(yearId), Map.of("version", number, "measures", all.size(), "remarks", remarks));
    }

    /** Reads a file; its rows wait until they are taken. */
    public void readFile(long yearId, Viewer viewer, String fileName, InputStream content) {
        open(yearId, viewer);
        List<RawTable> tables = reading.fromFile(fileName, content);
        ProgrammeRows.Import read = new ProgrammeRows.Import(fileName, tables, Map.of());
        if (read(years.get(yearId), read).rows().isEmpty()) {
            throw Refusal.ofField("file", "schoolyear.programme.noProgrammeInFile", fileName);
        }
        rows.wait(yearId, read);
    }

    @Transactional(readOnly = true)
    public Optional<ProgrammeRows.Import> waiting(long yearId) {
        return rows.waiting(yearId);
    }

    /** What is understood of the file that waits. */
    @Transactional(readOnly = true)
    public ReadProgramme read(SchoolYear year, ProgrammeRows.Import waiting) {
        return new ProgrammeReading(territory.riskDirections(), words -> dates.read(words, year.year())).read(waiting.tables(), waiting.columns());
    }

    /** Says what the columns of a table hold. */
    public void chooseColumns(long yearId, Viewer viewer, int table, List<ProgrammeColumn> columns) {
        open(yearId, viewer);
        ProgrammeRows.Import waiting = waitingFor(yearId);
        Set<ProgrammeColumn> once = new java.util.HashSet<>();
        for (ProgrammeColumn column : columns) {
            if (column != ProgrammeColumn.NONE && !once.add(column)) {
                throw Refusal.ofField("columns", "schoolyear.programme.columnTwice");
            }
        }
        if (!once.contains(ProgrammeColumn.MEASURE)) {
            throw Refusal.ofField("columns", "schoolyear.programme.measureColumnNeeded");
        }
        Map<Integer, List<ProgrammeColumn>> chosen = new HashMap<>(waiting.columns());
        chosen.put(table, columns);
        rows.wait(yearId, new ProgrammeRows.Import(waiting.fileName(), waiting.tables(), chosen));
    }

    /** Takes the rows of the file that waits. A row whose direction and measure stay the same stays the same measure. */
    public void take(long yearId, Viewer viewer, Taking taking) {
        SchoolYear year = open(yearId, viewer);
        ProgrammeRows.Import waiting = waitingFor(yearId);
        List<ReadProgramme.Row> read = read(year, waiting).rows();
        List<ProgrammeRow> before = new ArrayList<>(rows.rows(yearId));
        refuseMore(read.size(), taking == Taking.ADD ? before.size() : 0);
        List<Long> order = new ArrayList<>();
        if (taking == Taking.ADD) {
            before.forEach(row -> order.add(row.id()));
            before.clear();
        }
        for (ReadProgramme.Row row : read) {
            Optional<ProgrammeRow> same = before.stream().filter(one -> key(one.text()).equals(key(row.text()))).findFirst();
            same.ifPresent(before::remove);
            same.ifPresent(one -> rows.change(yearId, one.id(), row.text(), row.span()));
            order.add(same.map(ProgrammeRow::id).orElseGet(() -> rows.add(yearId, row.text(), row.span())));
        }
        rows.remove(yearId, before.stream().map(ProgrammeRow::id).toList());
        rows.order(yearId, order);
        rows.drop(yearId);
        audit.record("schoolyear.programmeRead", subject(yearId), Map.of("name", waiting.fileName(), "rows", read.size(), "taking", taking));
    }

    public void drop(long yearId, Viewer viewer) {
        open(yearId, viewer);
        rows.drop(yearId);
    }

    private ProgrammeRows.Import waitingFor(long yearId) {
        return rows.waiting(yearId).orElseThrow(() -> Refusal.of("schoolyear.programme.nothingWaits"));
    }

    private SchoolYear open(long yearId, Viewer viewer) {
        SchoolYear year = years.lock(yearId);
        if (!access.worksIn(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, yearId);
        }
        if (!isOpen(year)) {
            throw Refusal.of("schoolyear.programme.closed");
        }
        return year;
    }

    private void refuseBad(ProgrammeText text) {
        if (text.isEmpty()) {
            throw Refusal.of("schoolyear.programme.emptyRow");
        }
        if (text.direction() != null && !territory.riskDirections().containsKey(text.direction())) {
            throw Refusal.ofField("direction", "schoolyear.programme.unknownDirection", text.direction());
        }
    }

    private static void refuseMore(int added, int there) {
        if (added + there > MOST_ROWS) {
            throw Refusal.of("schoolyear.programme.tooManyRows", MOST_ROWS);
        }
    }

    private StoredDocument keep(SchoolYear year, int number, List<ProgrammeRow> all) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(); // some ten kilobytes of text
        try {
            files.writeDocx(year, number, all, file);
            return documents.keep(SchoolDocuments.slot(year.schoolId(), year.year(), DocumentKinds.ANTIRISK_PROGRAMME), files.fileName("docx"),
                ProgrammeFiles.DOCX, new ByteArrayInputStream(file.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("programme of school year " + year.id(), e);
        }
    }

    private static String key(ProgrammeText text) {
        return text.direction() + "\n" + text.measure().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
