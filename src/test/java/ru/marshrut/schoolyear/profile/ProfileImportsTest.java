package ru.marshrut.schoolyear.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.ProfileTables;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.profile.ProfileImports.Preview;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.ImportProblem;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** The table of a territory is looked at first, then taken over all together or not at all, and only by those who coordinate the place. */
@SpringBootTest
class ProfileImportsTest {

    @Autowired
    YearStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    ProfileImports imports;
    @Autowired
    ProfileEntry profiles;
    @Autowired
    JdbcClient jdbc;

    private Told told;
    private SchoolYear year;
    private Viewer municipal;
    private Place place;

    @BeforeEach
    void aSchoolInItsYear() {
        story.itIs("2021-02-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        municipal = story.viewer(told.municipal());
        place = Place.municipality(told.municipality());
    }

    private String code(long school) {
        return territory.school(school).code();
    }

    private Preview uploaded(byte[] table) throws IOException {
        imports.upload(municipal, place, YearStory.YEAR, "профили.xlsx", new ByteArrayInputStream(table));
        return imports.preview(municipal, place, YearStory.YEAR).orElseThrow();
    }

    private byte[] table(String word, String... codes) {
        return ProfileTables.ofSchools(territory.riskDirections().values(), List.of(codes), word);
    }

    @Test
    void differencesAreShownBeforeAnythingIsWritten() throws IOException {
        Preview preview = uploaded(table("высокий", code(told.school())));
        assertThat(preview.isSound()).isTrue();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.fresh()).isTrue();
            assertThat(change.row()).isEqualTo(2);
            assertThat(change.fields()).hasSize(10).allMatch(field -> field.before() == null && field.now() == RiskLevel.HIGH);
        });
        assertThat(profiles.of(year.id()).isThere()).isFalse();

        imports.confirm(municipal, place, YearStory.YEAR, preview.fingerprint());
        assertThat(profiles.of(year.id()).high()).hasSize(10);
        assertThat(imports.preview(municipal, place, YearStory.YEAR)).as("nothing waits any more").isEmpty();
        Preview again = uploaded(table("3", code(told.school())));
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isOne();
    }

    @Test
    void unknownSchoolsSchoolsWithoutAYearAndVerifiedOnesAreNamedAndNothingIsWritten() throws IOException {
        long idle = people.school(told.municipality());
        long elsewhere = people.school(people.municipality(told.region()));
        long verified = people.school(told.municipality());
        long verifiedYear = jdbc.sql("insert into school_year (region_id, school_id, year, started_on) values (?, ?, 2021, '2021-02-01') returning id")
            .params(told.region(), verified).query(Long.class).single();
        jdbc.sql("insert into risk_level (school_year_id, direction, act, level, person_id, recorded_at) values (?, 'staff', 'CONFIRMED', 'LOW', ?, now())")
            .params(verifiedYear, told.curator()).update();
        Preview preview = uploaded(table("в", code(told.school()), code(idle), code(elsewhere), "никакой", code(verified)));
        assertThat(preview.problems()).extracting(ImportProblem::row, ImportProblem::column, ImportProblem::value).containsExactly(
            tuple(3, "Код школы", code(idle)), tuple(4, "Код школы", code(elsewhere)), tuple(5, "Код школы", "никакой"), tuple(6, "Код школы", code(verified)));
        assertThat(preview.problems()).extracting(ImportProblem::text).allMatch(text -> text.matches("[А-Я].*\\."));
        assertThatThrownBy(() -> imports.confirm(municipal, place, YearStory.YEAR, preview.fingerprint())).isInstanceOf(Refusal.class);
        assertThat(profiles.of(year.id()).isThere()).isFalse();
    }

    @Test
    void whatChangedSinceItWasLookedAtIsLookedAtAgain() throws IOException {
        Preview seen = uploaded(table("высокий", code(told.school())));
        uploaded(table("низкий", code(told.school())));
        assertThatThrownBy(() -> imports.confirm(municipal, place, YearStory.YEAR, seen.fingerprint()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("schoolyear.import.changedMeanwhile"));
        imports.discard(municipal, place, YearStory.YEAR);
        assertThatThrownBy(() -> imports.confirm(municipal, place, YearStory.YEAR, seen.fingerprint()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("schoolyear.import.nothingWaits"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThatThrownBy(() -> imports.upload(municipal, place, YearStory.YEAR, "профили.xlsx",
            new ByteArrayInputStream("не таблица".getBytes(StandardCharsets.UTF_8)))).isInstanceOf(Refusal.class);
    }

    @Test
    void theTemplateOfThePlaceIsReadBackWithoutAChange() throws IOException {
        Preview preview = uploaded(table("средний", code(told.school())));
        imports.confirm(municipal, place, YearStory.YEAR, preview.fingerprint());
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        imports.writeTemplate(municipal, place, YearStory.YEAR, template);
        Preview same = uploaded(template.toByteArray());
        assertThat(same.problems()).isEmpty();
        assertThat(same.unchanged()).isOne();
        long other = people.school(told.municipality());
        jdbc.sql("insert into school_year (region_id, school_id, year, started_on) values (?, ?, 2021, '2021-02-01')").params(told.region(), other).update();
        template.reset();
        imports.writeTemplate(municipal, place, YearStory.YEAR, template);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            List<String> firsts = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> firsts.add(row.getCell(0).getStringCellValue()));
            assertThat(firsts).contains("Код школы", code(told.school()), code(other));
        }
        assertThat(uploaded(template.toByteArray()).empty()).isOne();
    }

    @Test
    void onlyWhoCoordinatesThePlaceImports() {
        Told neighbour = story.aSchool();
        for (long stranger : List.of(neighbour.municipal(), neighbour.regional(), told.curator(), neighbour.curator())) {
            Viewer viewer = story.viewer(stranger);
            assertThatThrownBy(() -> imports.preview(viewer, place, YearStory.YEAR)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> imports.upload(viewer, place, YearStory.YEAR, "x.xlsx", new ByteArrayInputStream(new byte[0]))).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> imports.confirm(viewer, place, YearStory.YEAR, "x")).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> imports.discard(viewer, place, YearStory.YEAR)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> imports.writeTemplate(viewer, place, YearStory.YEAR, new ByteArrayOutputStream())).isInstanceOf(NotYours.class);
        }
        assertThatThrownBy(() -> imports.preview(municipal, Place.region(told.region()), YearStory.YEAR)).as("above the own place").isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> imports.preview(municipal, Place.school(told.school()), YearStory.YEAR)).as("a school has a form").isInstanceOf(NotYours.class);
    }
}
