/** Rows of tasks, drafts and extensions. */
package ru.marshrut.work.persistence;
