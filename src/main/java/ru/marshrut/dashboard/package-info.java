/** What each level of the programme sees at a glance: the home page, who owes what, and where the schools are. */
@org.springframework.modulith.ApplicationModule
package ru.marshrut.dashboard;
