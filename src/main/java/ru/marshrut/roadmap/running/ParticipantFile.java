package ru.marshrut.roadmap.running;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/**
 * The list of participants that an organiser uploads: full name, school or its code, mail, in whatever order the headings
 * say. A row is matched by mail, else by name, among the people of the road map's place. The file has passed the check of
 * uploads before; what it says is only proposed.
 */
@Component
public class ParticipantFile {

    private static final int MOST_ROWS = 5_000;
    private static final Long NO_SCHOOL = -1L;
    private static final String NAME = "name";
    private static final String SCHOOL = "school";
    private static final String MAIL = "mail";
    /** How the headings of such lists begin or what they hold, in lower case without signs. */
    private static final List<Heading> HEADINGS = List.of(new Heading("почта", MAIL), new Heading("mail", MAIL), new Heading("школа", SCHOOL),
        new Heading("школы", SCHOOL), new Heading("код", SCHOOL), new Heading("организация", SCHOOL), new Heading("фио", NAME),
        new Heading("фамилия", NAME), new Heading("участник", NAME));

    private final Documents documents;
    private final Territory territory;
    private final Staff staff;
    private final MeasureDues dues;

    ParticipantFile(Documents documents, Territory territory, Staff staff, MeasureDues dues) {
        this.documents = documents;
        this.territory = territory;
        this.staff = staff;
        this.dues = dues;
    }

    List<Listed> read(long measureId, RoadMap map) {
        List<StoredDocument> files = documents.in(MeasureFiles.participants(measureId));
        if (files.isEmpty()) {
            return List.of();
        }
        Cells cells = new Cells();
        try (InputStream content = documents.open(files.get(files.size() - 1).id()); OPCPackage opened = OPCPackage.open(content)) {
            XSSFReader workbook = new XSSFReader(opened);
            try (InputStream sheet = workbook.getSheetsData().next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(workbook.getStylesTable(), new ReadOnlySharedStringsTable(opened), cells, false));
                xml.parse(new InputSource(sheet));
            }
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException e) {
            return List.of(problem(0, "", Question.of("roadmap.file.unreadable", files.get(0).fileName())));
        }
        return matched(cells, map);
    }

    private List<Listed> matched(Cells cells, RoadMap map) {
        if (!cells.columns.containsValue(NAME)) {
            return List.of(problem(1, "", Question.of("roadmap.file.noHeadings")));
        }
        Known known = known(map);
        List<Listed> listed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        cells.rows.forEach((row, values) -> {
            Listed one = match(row, values, known, map.regionId());
            listed.add(one.member() == null || seen.add(Attendance.key(one.member().type(), one.member().id())) ? one
                : problem(row, one.fullName(), Question.of("roadmap.file.twice", one.fullName())));
        });
        if (cells.cut) {
            listed.add(problem(MOST_ROWS, "", Question.of("roadmap.file.tooLong", MOST_ROWS)));
        }
        return listed;
    }

    private Listed match(int row, Map<String, String> values, Known known, long regionId) {
        String name = values.getOrDefault(NAME, "");
        String mail = values.getOrDefault(MAIL, "");
        String schoolWords = values.getOrDefault(SCHOOL, "");
        School school = known.school(schoolWords);
        Long byMail = known.byMail.get(mail.toLowerCase(Locale.ROOT));
        List<Long> byName = known.named(name, school);
        if (byMail != null || byName.size() == 1) {
            long person = byMail != null ? byMail : byName.get(0);
            Long at = school == null ? known.people.get(person) : Long.valueOf(school.id());
            return new Listed(row, name, at, new Member(Member.Type.PERSON, person, regionId, at), null);
        }
        if (name.isEmpty() && school != null) {
            return new Listed(row, school.name(), school.id(), Member.school(school.id(), regionId), null);
        }
        if (byName.size() > 1) {
            return new Listed(row, name, school == null ? null : school.id(), null, Question.of("roadmap.file.namesakes", name, byName.size()));
        }
        return school != null ? new Listed(row, name, school.id(), null, Question.of("roadmap.file.noPerson", name, school.name()))
            : problem(row, name, Question.of(schoolWords.isEmpty() ? "roadmap.file.noSchool" : "roadmap.file.unknownSchool", name, schoolWords));
    }

    private static Listed problem(int row, String name, Question question) {
        return new Listed(row, name, null, null, question);
    }

    private Known known(RoadMap map) {
        LocalDate today = dues.today(map);
        List<School> schools = territory.schoolsWithin(map.place());
        Map<String, School> byWords = new HashMap<>();
        schools.forEach(school -> {
            byWords.put(letters(school.name()), school);
            byWords.put(letters(school.code()), school);
        });
        Map<Long, Long> people = new HashMap<>();
        Map<Long, Set<Long>> schoolsOf = new HashMap<>();
        for (Appointment post : staff.appointmentsWithin(map.place(), today)) {
            Long school = post.place().level() == Level.SCHOOL ? post.place().id() : null;
            people.merge(post.personId(), school == null ? NO_SCHOOL : school, (one, other) -> one.equals(NO_SCHOOL) ? other : one);
            schoolsOf.computeIfAbsent(post.personId(), id -> new HashSet<>()).add(school);
        }
        people.replaceAll((person, school) -> school.equals(NO_SCHOOL) ? null : school);
        Map<String, List<Long>> byName = new HashMap<>();
        Map<String, Long> byMail = new HashMap<>();
        for (Person person : staff.people(people.keySet()).values()) {
            byName.computeIfAbsent(letters(person.fullName()), name -> new ArrayList<>()).add(person.id());
            byMail.put(person.email().toLowerCase(Locale.ROOT), person.id());
        }
        return new Known(byWords, people, schoolsOf, byName, byMail);
    }

    private record Heading(String word, String column) {}

    /** Letters and digits, so that dots, dashes and ё keep nobody from being found. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** @param people with the school of one of their appointments, or null */
    private record Known(Map<String, School> schools, Map<Long, Long> people, Map<Long, Set<Long>> schoolsOf, Map<String, List<Long>> byName,
                         Map<String, Long> byMail) {

        School school(String words) {
            return words.isEmpty() ? null : schools.get(letters(words));
        }

        /** People of this name; those of the school where the row names one and it has such. */
        List<Long> named(String name, School school) {
            List<Long> all = name.isEmpty() ? List.of() : byName.getOrDefault(letters(name), List.of());
            List<Long> there = school == null ? List.of() : all.stream().filter(person -> schoolsOf.get(person).contains(school.id())).toList();
            return there.isEmpty() ? all : there;
        }
    }

    /** Reads the first sheet: headings in the first row that holds something. */
    private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final Map<Integer, String> columns = new HashMap<>();
        private final Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();
        private final Map<Integer, String> values = new HashMap<>();
        private boolean headed;
        private boolean cut;

        @Override
        public void startRow(int index) {
            values.clear();
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            String text = value == null ? "" : value.replace('\u00a0', ' ').replace("\0", "").strip();
            if (!text.isEmpty()) {
                values.put((int) new CellReference(reference).getCol(), text);
            }
        }

        @Override
        public void endRow(int index) {
            if (values.isEmpty()) {
                return;
            }
            if (!headed) {
                headed = true;
                values.forEach((column, words) -> HEADINGS.stream().filter(heading -> letters(words).contains(heading.word())).findFirst()
                    .map(Heading::column).filter(name -> !columns.containsValue(name)).ifPresent(name -> columns.put(column, name)));
                return;
            }
            if (rows.size() >= MOST_ROWS) {
                cut = true;
                return;
            }
            Map<String, String> row = new HashMap<>();
            values.forEach((column, text) -> {
                if (columns.containsKey(column)) {
                    row.put(columns.get(column), text);
                }
            });
            if (!row.isEmpty()) {
                rows.put(index + 1, row);
            }
        }
    }

    /**
     * A row of the file.
     *
     * @param schoolId the school that it names, or null
     * @param member   whom it names, or null where nobody was found
     * @param question what is wrong with it and what helps, or null
     */
    public record Listed(int row, String fullName, Long schoolId, Member member, Question question) {

        /** Whether the person can be entered without an account: he counts for his school. */
        public boolean canBeAdded() {
            return member == null && schoolId != null && !fullName.isEmpty();
        }
    }
}
