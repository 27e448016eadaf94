/** Public addresses with a secret token: the calendar feed and leaving the digest. */
package ru.marshrut.notification.web;
