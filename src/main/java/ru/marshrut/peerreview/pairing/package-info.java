/** Decides who reviews whom: the pure rules of pairing schools for peer review, without framework, engine or database. */
package ru.marshrut.peerreview.pairing;
