package ru.marshrut.territory;

/**
 * What is wrong in an uploaded workbook, in words for its reader.
 *
 * @param sheet  the sheet's name
 * @param row    number as the spreadsheet shows it, from 1
 * @param column the column's heading, or empty where the row as a whole is meant
 * @param value  what the cell holds, or empty
 * @param text   what is wrong and what to do
 */
public record ImportProblem(String sheet, int row, String column, String value, String text) {}
