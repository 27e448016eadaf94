/** Reports of a road map at a monitoring date: what they hold, how they are kept, and the files that are made of them. */
package ru.marshrut.roadmap.report;
