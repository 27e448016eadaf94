/** The running work of road maps: from a measure's window to what it leaves, and from approval to the closing report. */
package ru.marshrut.roadmap.running;
