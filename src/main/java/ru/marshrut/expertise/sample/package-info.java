/** The sample: drawn by lot so that anyone can draw it again, corrected by hand, written down in a protocol. */
package ru.marshrut.expertise.sample;
