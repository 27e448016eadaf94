/** Reads the table of an order: tables, columns, rows, roles and indicators. */
package ru.marshrut.roadmap.reading;
