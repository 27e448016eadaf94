/** Rows of rounds, circles, forms and meetings. */
package ru.marshrut.peerreview.persistence;
