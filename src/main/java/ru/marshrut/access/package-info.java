/** Sign-in, and who may see and do what; the default is no. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "territory"})
package ru.marshrut.access;
