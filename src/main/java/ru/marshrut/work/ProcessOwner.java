package ru.marshrut.work;

/** Implemented by the module that owns a process model. */
public interface ProcessOwner {

    String processKey();

    TaskDescription describe(TaskOrigin origin);
}
