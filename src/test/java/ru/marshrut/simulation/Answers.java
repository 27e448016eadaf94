package ru.marshrut.simulation;

import java.util.Map;
import ru.marshrut.work.OpenTask;

/** What people fill into the forms of the steps that a part of the programme has. */
interface Answers {

    boolean knows(OpenTask task);

    /** Brings what the form asks for beside its fields, such as documents. @return the fields; several values are parted by {@code |} */
    Map<String, String> fields(OpenTask task, int time);
}
