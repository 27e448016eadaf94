package ru.marshrut.schoolyear;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no road map says of a school's year.
 *
 * @param daysForLateJoiners a school that joins late has so many days for a stage whose published day is over or nearer
 * @param opensBefore        so many days before its last day a monitoring stage opens, where its window names no first one
 * @param monitoring1Opens   where no road map dates the first monitoring stage
 * @param monitoring2Opens   where no road map dates the second
 * @param ends               after this day nothing is waited for any more
 */
@ConfigurationProperties("marshrut.school-year")
public record YearSettings(
    @DefaultValue("14") int daysForLateJoiners,
    @DefaultValue("30") int opensBefore,
    @DefaultValue("--05-15") MonthDay monitoring1Opens,
    @DefaultValue("--10-01") MonthDay monitoring2Opens,
    @DefaultValue("--12-31") MonthDay ends) {}
