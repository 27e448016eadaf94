/** What a peer review leaves on paper: the final file of a school, the schedule and the report of a round. */
package ru.marshrut.peerreview.report;
