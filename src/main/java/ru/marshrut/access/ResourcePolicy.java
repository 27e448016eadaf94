package ru.marshrut.access;

/** Implemented by a module for a type of resource that it owns, such as a school's package in a circle. */
public interface ResourcePolicy {

    String resourceType();

    boolean mayRead(Viewer viewer, String id);

    boolean mayChange(Viewer viewer, String id);
}
