/** Tasks as people see them: whose turn it is, until when and why, extension, return, substitution. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "territory", "calendar", "access"})
package ru.marshrut.work;
