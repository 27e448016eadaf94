/** Mail, digest, reminder ladder and calendar files; sending is durable. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "territory", "access", "work", "calendar"})
package ru.marshrut.notification;
