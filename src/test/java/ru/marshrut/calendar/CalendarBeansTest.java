package ru.marshrut.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import ru.marshrut.shared.Question;

@SpringBootTest
class CalendarBeansTest {

    @Autowired
    private DatePhrases phrases;

    @Autowired
    private DayOffNotes dayOffs;

    @Autowired
    private MessageSource messages;

    @Test
    void aQuestionNamesTheWordsThatWereNotUnderstood() {
        Question question = phrases.read("до 15 апреля по согласованию", 2021).questions().get(0);
        assertThat(messages.getMessage(question.code(), question.arguments().toArray(), Locale.forLanguageTag("ru")))
            .startsWith("Не понятны слова «по согласованию».");
    }

    @Test
    void aDueDateOnASundayNamesTheLastWorkingDay() {
        assertThat(dayOffs.on(LocalDate.of(2021, 11, 7))).contains("воскресенье, нерабочий день: последний рабочий — 03.11.2021");
        assertThat(dayOffs.on(LocalDate.of(2021, 11, 3))).isEmpty();
    }
}
