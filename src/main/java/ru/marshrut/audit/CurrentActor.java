package ru.marshrut.audit;

/** Tells who acts in this thread; answered by the module that knows who has signed in. */
public interface CurrentActor {

    Actor current();
}
