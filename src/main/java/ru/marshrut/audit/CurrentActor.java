package ru.marshrut.audit;

/** Tells who acts in this thread; answered by the module that knows who has signed in. */
public interface CurrentActor {

    Actor current();

    /** Who acts on it; on whose behalf follows from where it lies, unless whoever knows it better has told. */
    default Actor current(Subject subject) {
        return current();
    }
}
