/** The outbox: letters are rendered, kept, sent after commit, retried, and given up with an incident. */
package ru.marshrut.notification.mail;
