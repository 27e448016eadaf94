package ru.marshrut.access;

import java.util.function.BiPredicate;

/**
 * Implemented by a module for a type of resource that it owns, or to which it gives further people access, such as the
 * partners of a circle to the documents of a school. It is enough that one policy of a type allows.
 */
public interface ResourcePolicy {

    String resourceType();

    boolean mayRead(Viewer viewer, String id);

    boolean mayChange(Viewer viewer, String id);

    /** A policy of two questions, each asked with the viewer and the resource's id. */
    static ResourcePolicy of(String resourceType, BiPredicate<Viewer, String> mayRead, BiPredicate<Viewer, String> mayChange) {
        return new ResourcePolicy() {

            @Override
            public String resourceType() {
                return resourceType;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return mayRead.test(viewer, id);
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return mayChange.test(viewer, id);
            }
        };
    }
}
