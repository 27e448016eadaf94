/** Concept documents of a school: which are required, their check by the curator, and their placement in ИС МЭДК. */
@org.springframework.modulith.NamedInterface("concept")
package ru.marshrut.schoolyear.concept;
