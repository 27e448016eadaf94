package ru.marshrut.roadmap.reading;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.marshrut.calendar.DatePhrases;

/** The product's reading of date phrases, for tests without an application. */
final class ReadDates {

    static final DatePhrases PHRASES = new AnnotationConfigApplicationContext("ru.marshrut.calendar.phrases").getBean(DatePhrases.class);

    private ReadDates() {}
}
