package ru.marshrut.territory.imports;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.Candidate;
import ru.marshrut.territory.Candidates.State;
import ru.marshrut.territory.Contact;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.SelectionLists;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.territory.imports.ImportRows.Listing;
import ru.marshrut.territory.imports.ImportRows.Upload;

@Service
@Transactional
class WorkbookLists implements SelectionLists {

    private final ImportRows rows;
    private final SpreadsheetRows spreadsheet;
    private final Template template;
    private final Words words;
    private final Territory territory;
    private final Staff staff;
    private final Candidates candidates;
    private final AuditTrail audit;
    private final Clock clock;

    WorkbookLists(ImportRows rows, SpreadsheetRows spreadsheet, Template template, Words words, Territory territory, Staff staff,
                  Candidates candidates, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.spreadsheet = spreadsheet;
        this.template = template;
        this.words = words;
        this.territory = territory;
        this.staff = staff;
        this.candidates = candidates;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void writeSchoolTemplate(OutputStream target) throws IOException {
        template.writeList(target, Sheet.SCHOOL_LIST);
    }

    @Override
    public void writeCandidateTemplate(OutputStream target) throws IOException {
        template.writeList(target, Sheet.CANDIDATES);
    }

    @Override
    @Transactional(readOnly = true)
    public Schools readSchools(long regionId, InputStream content) {
        Map<String, School> known = schools(regionId);
        Problems problems = new Problems(words);
        Map<Long, Integer> named = new HashMap<>();
        List<Long> schools = new ArrayList<>();
        KeptFile.onDisk(KeptFile.bytes(content), file -> spreadsheet.readFirst(file, Sheet.SCHOOL_LIST, problems, row -> {
            RowReading reading = new RowReading(row, problems);
            String code = reading.text("code");
            School school = code == null ? null : known.get(Key.of(code));
            if (school == null && code != null) {
                reading.wrong("code", "noSuchSchool", code);
            } else if (school != null) {
                Integer first = named.putIfAbsent(school.id(), row.number());
                if (first == null) {
                    schools.add(school.id());
                } else {
                    reading.wrong("code", "repeated", String.valueOf(first));
                }
            }
        }));
        return new Schools(schools, problems.list());
    }

    private Map<String, School> schools(long regionId) {
        return territory.schoolsWithin(Place.region(regionId)).stream().collect(toMap(school -> Key.of(school.code()), school -> school));
    }

    @Override
    public long uploadCandidates(long regionId, String fileName, InputStream content) {
        byte[] bytes = KeptFile.bytes(content);
        KeptFile.onDisk(bytes, file -> spreadsheet.readFirst(file, Sheet.CANDIDATES, new Problems(words), row -> { }));
        rows.dropOlderThan(clock.instant().minus(WorkbookImports.KEPT));
        return rows.keep(Listing.CANDIDATES, regionId, fileName, bytes, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public CandidateList previewCandidates(long regionId, long uploadId, int year) {
        return look(upload(regionId, uploadId, false), year);
    }

    private Upload upload(long regionId, long uploadId, boolean toConfirm) {
        return rows.upload(Listing.CANDIDATES, regionId, uploadId, toConfirm).orElseThrow(() -> new NotYours("list of candidates", uploadId));
    }

    @Override
    public int confirmCandidates(long regionId, long uploadId, int year, LocalDate on, String fingerprint) {
        rows.lock(regionId);
        Upload upload = upload(regionId, uploadId, true);
        CandidateList list = look(upload, year);
        if (upload.confirmedAt() != null) {
            return 0;
        }
        if (!list.problems().isEmpty()) {
            throw Refusal.of("territory.import.hasProblems", String.valueOf(list.problems().size()));
        }
        if (!list.fingerprint().equals(fingerprint)) {
            throw Refusal.of("territory.import.changedMeanwhile");
        }
        List<Long> applying = list.lines().stream().filter(Line::applies).map(line -> person(line, regionId)).toList();
        int applied = applying.isEmpty() ? 0 : candidates.step(regionId, year, applying, State.APPLIED, on, "");
        rows.confirmed(uploadId, clock.instant());
        audit.record("territory.candidatesImported", Subject.of("region", regionId),
            Map.of("file", upload.fileName(), "year", String.valueOf(year), "people", applied));
        return applied;
    }

    private long person(Line line, long regionId) {
        long person = line.personId() != null ? line.personId() : staff.addPerson(regionId, line.fullName(), line.email(), line.phone());
        if (line.schoolId() != null) {
            staff.employ(person, line.schoolId());
        }
        return person;
    }

    private CandidateList look(Upload upload, int year) {
        if (upload.confirmedAt() != null) {
            return new CandidateList(upload.id(), upload.fileName(), upload.confirmedAt(), List.of(), List.of(), "");
        }
        Map<String, School> schools = schools(upload.regionId());
        Problems problems = new Problems(words);
        Map<Long, State> now = candidates.all(upload.regionId(), year).stream().collect(toMap(Candidate::personId, Candidate::state));
        Map<String, Integer> firstRows = new HashMap<>();
        List<Row> read = new ArrayList<>();
        KeptFile.onDisk(upload.content(), file -> spreadsheet.readFirst(file, Sheet.CANDIDATES, problems, read::add));
        Map<String, Person> people = staff.peopleByEmail(read.stream().map(row -> row.text("email")).toList()).stream()
            .collect(toMap(person -> Key.of(person.email()), person -> person));
        List<Line> lines = new ArrayList<>();
        read.forEach(row -> line(row, new RowReading(row, problems), upload.regionId(), schools, people, now, firstRows).ifPresent(lines::add));
        return new CandidateList(upload.id(), upload.fileName(), null, problems.list(), lines,
            UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static Optional<Line> line(Row row, RowReading reading, long regionId, Map<String, School> schools, Map<String, Person> people,
                                       Map<Long, State> now, Map<String, Integer> firstRows) {
        String fullName = reading.value("fullName", text -> Optional.of(text.replaceAll("\\s+", " ")).filter(name -> name.contains(" ")), "notAName");
        String email = reading.value("email", text -> Optional.of(text).filter(Contact::isMail), "notAMail");
        String phone = reading.value("phone", Contact::phone, "notAPhone");
        String code = reading.text("employment");
        School school = code == null ? null : schools.get(Key.of(code));
        if (code != null && school == null) {
            reading.wrong("employment", "noSuchSchool", code);
        }
        Integer first = email == null ? null : firstRows.putIfAbsent(Key.of(email), row.number());
        if (first != null) {
            reading.wrong("email", "repeated", String.valueOf(first));
        }
        Person person = email == null ? null : people.get(Key.of(email));
        if (person != null && person.regionId() != null && person.regionId() != regionId) {
            reading.wrong("email", "personOfAnotherRegion");
        }
        return reading.isSound() ? Optional.of(new Line(row.number(), fullName, email, phone, school == null ? null : school.id(),
            person == null ? null : person.id(), person == null ? null : now.get(person.id()))) : Optional.empty();
    }
}
