/** Who is told about which task and when: single letters, the ladder in the daily digest, escalation. */
package ru.marshrut.notification.reminders;
