/** Rows of the outbox, of incidents, subscriptions and of what was reminded. */
package ru.marshrut.notification.persistence;
