/** The monitoring stages of a school's year: reports with evidence, the curator's decisions, the share of measures done and proven, positive changes. */
@org.springframework.modulith.NamedInterface("monitoring")
package ru.marshrut.schoolyear.monitoring;
