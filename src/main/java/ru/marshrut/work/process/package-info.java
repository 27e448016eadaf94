/** Between our table of tasks and the engine's. */
package ru.marshrut.work.process;
