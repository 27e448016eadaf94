/** The conversation about a school's year between the school, its curator and the coordinators. */
@org.springframework.modulith.NamedInterface("conversation")
package ru.marshrut.schoolyear.conversation;
