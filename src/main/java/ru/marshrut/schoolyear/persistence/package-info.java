/** Rows of school years and of what their stages keep. */
package ru.marshrut.schoolyear.persistence;
