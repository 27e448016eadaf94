/** The process models of road maps: their constants, delegates, and the way to the engine. */
package ru.marshrut.roadmap.process;
