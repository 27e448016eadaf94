/** The conversation about a school's year between the school, its curator and the coordinators. */
package ru.marshrut.schoolyear.conversation;
