package ru.marshrut.access;

/**
 * Implemented by a module for a type of resource that it owns, or to which it gives further people access, such as the
 * partners of a circle to the documents of a school. It is enough that one policy of a type allows.
 */
public interface ResourcePolicy {

    String resourceType();

    boolean mayRead(Viewer viewer, String id);

    boolean mayChange(Viewer viewer, String id);
}
