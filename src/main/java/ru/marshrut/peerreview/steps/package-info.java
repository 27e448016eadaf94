/** The forms of the steps: what each shows, and which use case stands behind its button. */
package ru.marshrut.peerreview.steps;
