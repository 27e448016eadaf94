package ru.marshrut.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.dashboard.ProgrammeStory.Told;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;

/** The panel and the lists ask the database as often for forty schools as for two. */
@SpringBootTest
@Import(CountedStatements.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ProgrammeStatementsTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    DataSource database;
    @Autowired
    MockMvc web;
    @Autowired
    ProgrammeStory story;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @Autowired
    MovableClock clock;

    @Test
    void statementsDoNotGrowWithTheSchools() throws Exception {
        clock.moveTo(LocalDate.of(2021, 4, 12).atTime(10, 0).atZone(ZoneId.of("Europe/Moscow")).toInstant());
        Told few = withSchools(2);
        Told many = withSchools(40);
        MockHttpSession fewSession = signedIn(few.municipal());
        MockHttpSession manySession = signedIn(many.municipal());

        for (String page : new String[] {"/programme", "/my-schools", "/programme/schools", "/programme/circles", "/programme/tasks", "/my-schools.xlsx", "/"}) {
            long forFew = statements(fewSession, page);
            long forMany = statements(manySession, page);
            assertThat(forMany).as("%s: %s", page, ((CountingDataSource) database).lines().stream().limit(4).toList()).isLessThanOrEqualTo(forFew);
        }
    }

    private Told withSchools(int count) {
        Told told = story.aRegion();
        for (int n = 0; n < count; n++) {
            long school = story.aSchool(told);
            story.opened(school, Stage.SURVEY, n % 2 == 0 ? "2021-04-01" : "2021-05-01");
        }
        return told;
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private long statements(MockHttpSession session, String path) throws Exception {
        web.perform(get(path).session(session)).andExpect(status().isOk()); // what is read once per start
        CountingDataSource counted = (CountingDataSource) database;
        counted.clear();
        web.perform(get(path).session(session)).andExpect(status().isOk());
        return counted.statements();
    }
}
