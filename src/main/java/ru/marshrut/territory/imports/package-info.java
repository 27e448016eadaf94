/** A region's territory read from a workbook, compared with what is there, and written at once. */
package ru.marshrut.territory.imports;
