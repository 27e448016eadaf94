package ru.marshrut.schoolyear.programme;

import java.util.List;
import ru.marshrut.shared.Refusal;

/**
 * What stands in a row of the programme, as it was typed or read; each may be empty.
 *
 * @param direction      code of the risk direction, or null where none was chosen
 * @param directionWords what a file says where the direction was not recognised
 * @param dateWords      «с 01.10.2021 по 30.11.2021», «до 15 апреля»
 * @param evidence       what will prove that the measure was carried out
 */
public record ProgrammeText(String direction, String directionWords, String task, String measure, String indicator, String dateWords,
                            String responsible, String evidence) {

    static final int LONGEST = 2000;

    public static final ProgrammeText EMPTY = new ProgrammeText(null, "", "", "", "", "", "", "");

    public ProgrammeText {
        for (String text : List.of(directionWords, task, measure, indicator, dateWords, responsible, evidence)) {
            if (text.length() > LONGEST) {
                throw Refusal.of("schoolyear.programme.tooLong", text.substring(0, 40) + "…", LONGEST);
            }
        }
    }

    public boolean isEmpty() {
        return direction == null && List.of(directionWords, task, measure, indicator, dateWords, responsible, evidence).stream().allMatch(String::isEmpty);
    }
}
