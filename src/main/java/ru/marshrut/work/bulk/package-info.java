/** One thing done to many tasks: shown first, by doing it and taking it back, then done task by task. */
package ru.marshrut.work.bulk;
