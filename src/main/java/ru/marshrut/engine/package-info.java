/** The engine's configuration: deployment of the models, clock, retries, history. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "calendar"})
package ru.marshrut.engine;
