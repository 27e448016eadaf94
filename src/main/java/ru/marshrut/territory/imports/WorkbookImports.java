package ru.marshrut.territory.imports;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.AppointmentsChanged;
import ru.marshrut.territory.ImportPreview;
import ru.marshrut.territory.ImportPreview.Section;
import ru.marshrut.territory.ImportProblem;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;
import ru.marshrut.territory.TerritoryImports;
import ru.marshrut.territory.imports.ImportRows.Listing;

@Service
@Transactional
class WorkbookImports implements TerritoryImports {

    static final Duration KEPT = Duration.ofDays(7);

    /** A workbook read and compared. */
    private record Looked(ImportPreview preview, Changes changes) {}

    private final ImportRows rows;
    private final SpreadsheetRows spreadsheet;
    private final Template template;
    private final Words words;
    private final Territory territory;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkbookImports(ImportRows rows, SpreadsheetRows spreadsheet, Template template, Words words, Territory territory, AuditTrail audit,
                    ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.spreadsheet = spreadsheet;
        this.template = template;
        this.words = words;
        this.territory = territory;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void writeTemplate(OutputStream target) throws IOException {
        template.write(target, territory.riskDirections());
    }

    @Override
    public long upload(long regionId, String fileName, InputStream content) {
        byte[] bytes = KeptFile.bytes(content);
        KeptFile.onDisk(bytes, file -> spreadsheet.read(file, new Problems(words), row -> { }));
        rows.dropOlderThan(clock.instant().minus(KEPT));
        return rows.keep(Listing.TERRITORY, regionId, fileName, bytes, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(long regionId) {
        return rows.waiting(regionId);
    }

    @Override
    @Transactional(readOnly = true)
    public ImportPreview preview(long regionId, long uploadId) {
        return look(upload(regionId, uploadId, false)).preview();
    }

    @Override
    public ImportPreview confirm(long regionId, long uploadId, String fingerprint) {
        rows.lock(regionId);
        ImportRows.Upload upload = upload(regionId, uploadId, true);
        Looked looked = look(upload);
        if (upload.confirmedAt() != null) {
            return looked.preview();
        }
        if (!looked.preview().isSound()) {
            throw Refusal.of("territory.import.hasProblems", String.valueOf(looked.preview().problems().size()));
        }
        if (!looked.preview().fingerprint().equals(fingerprint)) {
            throw Refusal.of("territory.import.changedMeanwhile");
        }
        write(regionId, looked.changes());
        if (!looked.preview().changesNothing()) {
            recordImport(upload, looked.preview());
        }
        rows.confirmed(uploadId, clock.instant());
        return looked.preview();
    }

    @Override
    public void discard(long regionId, long uploadId) {
        rows.discard(regionId, uploadId);
    }

    private ImportRows.Upload upload(long regionId, long uploadId, boolean toConfirm) {
        return rows.upload(Listing.TERRITORY, regionId, uploadId, toConfirm).orElseThrow(() -> new NotYours("territory import", uploadId));
    }

    private Looked look(ImportRows.Upload upload) {
        if (upload.confirmedAt() != null) {
            return new Looked(preview(upload, List.of(), List.of()), new Changes());
        }
        Map<String, String> directions = territory.riskDirections();
        Problems problems = new Problems(words);
        TerritoryFile file = new TerritoryFile(words, problems, directions);
        KeptFile.onDisk(upload.content(), path -> spreadsheet.read(path, problems, file::add));
        Set<String> emails = new TreeSet<>(file.mentionedPeople);
        file.appointments.forEach(row -> emails.add(Key.of(row.fact().email())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(upload.regionId()).zone());
        Comparison comparison = new Comparison(file, rows.present(upload.regionId(), emails), words, problems, directions, today);
        return new Looked(preview(upload, problems.list(), comparison.sections()), comparison.changes());
    }

    private static ImportPreview preview(ImportRows.Upload upload, List<ImportProblem> problems, List<Section> sections) {
        return new ImportPreview(upload.id(), upload.regionId(), upload.fileName(), upload.uploadedAt(), upload.confirmedAt(),
            problems, sections, fingerprint(sections));
    }

    private static String fingerprint(List<Section> sections) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sections.stream().flatMap(section -> section.differences().stream())
                .forEach(difference -> digest.update(difference.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private void write(long regionId, Changes changes) {
        ifAny(changes.newMunicipalities, names -> rows.addMunicipalities(regionId, names));
        ImportRows.Ids before = rows.ids(regionId);
        ifAny(changes.newSchools, schools -> rows.addSchools(regionId, schools, before));
        ifAny(changes.changedSchools, schools -> rows.changeSchools(schools, before));
        ifAny(changes.newPeople, people -> rows.addPeople(regionId, people));
        ifAny(changes.changedPeople, people -> rows.changePeople(people, before));
        ImportRows.Ids ids = rows.ids(regionId);
        ifAny(changes.employments, people -> rows.replaceEmployments(regionId, people, ids));
        ifAny(changes.risks, risks -> rows.replaceRisks(risks, ids));
        ifAny(changes.conflicts, conflicts -> rows.putConflicts(conflicts, ids));
        ifAny(changes.appointments, appointments -> writeAppointments(regionId, appointments, ids));
        recordFacts(changes, ids);
    }

    private void writeAppointments(long regionId, List<Changes.AppointmentChange> changes, ImportRows.Ids ids) {
        ifAny(changes.stream().filter(change -> change.before() == null).map(Changes.AppointmentChange::now).toList(),
            added -> rows.addAppointments(added, place -> place(place, regionId, ids).id(), ids, clock.instant()));
        ifAny(changes.stream().filter(change -> change.before() != null).toList(), changed -> rows.changeAppointments(changed, clock.instant()));
        events.publishEvent(new AppointmentsChanged(
            changes.stream().map(change -> place(change.now().post().place(), regionId, ids)).collect(toSet())));
        ifAny(changes.stream().filter(change -> change.before() == null)
            .map(change -> fact(change, regionId, ids, "from", change.now().post().from())).toList(),
            facts -> audit.recordAll("territory.personAppointed", facts, null));
        ifAny(changes.stream().filter(Changes.AppointmentChange::ends)
            .map(change -> fact(change, regionId, ids, "until", change.now().until())).toList(),
            facts -> audit.recordAll("territory.appointmentEnded", facts, null));
    }

    private static AuditTrail.Fact fact(Changes.AppointmentChange change, long regionId, ImportRows.Ids ids, String dated, LocalDate day) {
        Facts.Post post = change.now().post();
        Place place = place(post.place(), regionId, ids);
        return new AuditTrail.Fact(Subject.of("person", ids.people().get(post.email())),
            Map.of("role", post.role(), "level", place.level(), "place", place.id(), dated, day));
    }

    private void recordFacts(Changes changes, ImportRows.Ids ids) {
        ifAny(changes.risks, risks -> audit.recordAll("territory.risksActivated", risks.stream().map(change -> new AuditTrail.Fact(
            Subject.of("school", ids.schools().get(change.schoolYear().school())),
            Map.of("year", String.valueOf(change.schoolYear().year()), "directions", change.inWords()))).toList(), null));
        ifAny(changes.conflicts, conflicts -> audit.recordAll("territory.conflictDeclared", conflicts.stream().map(change -> new AuditTrail.Fact(
            Subject.of("school", ids.schools().get(change.pair().first())), Map.of("other", change.otherSchool()))).toList(), null));
    }

    private void recordImport(ImportRows.Upload upload, ImportPreview preview) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("file", upload.fileName());
        parameters.put("added", preview.added());
        parameters.put("changed", preview.changed());
        parameters.put("ended", preview.ended());
        parameters.put("unchanged", preview.unchanged());
        audit.record("territory.imported", Subject.of("region", upload.regionId()), parameters);
    }

    private static Place place(Facts.PlaceKey place, long regionId, ImportRows.Ids ids) {
        return switch (place.level()) {
            case SCHOOL -> Place.school(ids.schools().get(place.key()));
            case MUNICIPALITY -> Place.municipality(ids.municipalities().get(place.key()));
            default -> Place.region(regionId);
        };
    }

    private static <T> void ifAny(List<T> items, Consumer<List<T>> action) {
        if (!items.isEmpty()) {
            action.accept(items);
        }
    }
}
