/** The process models of peer review: their constants, delegates, and the way to the engine. */
package ru.marshrut.peerreview.process;
