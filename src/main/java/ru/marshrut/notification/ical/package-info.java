/** Calendar files: invitations by RFC 6047 and the personal feed. */
package ru.marshrut.notification.ical;
