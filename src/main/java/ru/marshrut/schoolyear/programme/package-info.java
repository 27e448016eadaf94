/** The anti-risk programme of a school as a list of measures: its table, what is pointed out in it, import, export and versions. */
@org.springframework.modulith.NamedInterface("programme")
package ru.marshrut.schoolyear.programme;
