package ru.marshrut.schoolyear.monitoring;

import java.time.LocalDate;

/**
 * What a school says of an item.
 *
 * @param doneOn          null where no day was named
 * @param link            to evidence on the web; may be empty
 * @param withoutEvidence the school sends it «без подтверждения»: it then does not count as proven
 */
public record Answer(Claim claim, LocalDate doneOn, String words, String link, boolean withoutEvidence) {}
