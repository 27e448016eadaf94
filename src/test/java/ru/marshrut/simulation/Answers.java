package ru.marshrut.simulation;

import ru.marshrut.access.Viewer;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** What people fill into the forms of the steps that a part of the programme has. */
interface Answers {

    boolean knows(OpenTask task);

    /** Brings what the form asks for beside its fields, such as documents. */
    FormInput filled(OpenTask task, Viewer viewer);
}
