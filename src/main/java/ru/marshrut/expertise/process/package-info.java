/** The process models of an expertise: their constants, delegates, decision tables, and the way to the engine. */
package ru.marshrut.expertise.process;
