package ru.marshrut.territory.imports;

import java.util.Map;

/**
 * A row that holds something.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells  text by column of the sheet; dates as ДД.ММ.ГГГГ; a blank cell is absent
 */
record Row(Sheet sheet, int number, Map<String, String> cells) {

    String text(String column) {
        return cells.getOrDefault(column, "");
    }
}
