/** What the staff of a territory lacks, who has too much, and which roles of one person collide. */
package ru.marshrut.administration.staffing;
