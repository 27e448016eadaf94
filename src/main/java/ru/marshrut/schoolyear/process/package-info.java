/** The process models of a school's year: their constants, delegates, and the way to the engine. */
package ru.marshrut.schoolyear.process;
