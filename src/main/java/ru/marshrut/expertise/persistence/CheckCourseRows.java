package ru.marshrut.expertise.persistence;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a school's check writes of it. */
@Repository
@Transactional
public class CheckCourseRows {

    private final JdbcClient jdbc;

    CheckCourseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void setInstance(long sampledSchoolId, String processInstanceId) {
        jdbc.sql("update expertise_school set process_instance_id = ? where id = ?").params(processInstanceId, sampledSchoolId).update();
    }

    public void setUntil(long checkId, LocalDate until) {
        jdbc.sql("update school_check set until = ? where id = ?").params(until, checkId).update();
    }
}
