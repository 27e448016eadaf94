/** Reads the table of an order: tables, columns, rows, roles and indicators. */
@org.springframework.modulith.NamedInterface("reading")
package ru.marshrut.roadmap.reading;
