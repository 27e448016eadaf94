/** Who did what, on whose behalf, when and why: facts written in the same transaction as the change. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package ru.marshrut.audit;
