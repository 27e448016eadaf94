/** Pages and API of the peer review: rounds, pairing, circles. */
package ru.marshrut.peerreview.web;
