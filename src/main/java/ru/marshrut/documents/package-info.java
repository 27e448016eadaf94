/** Documents: upload rules, content check, storage, versions, bundles. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "territory", "access"})
package ru.marshrut.documents;
