package ru.marshrut.expertise;

import java.time.LocalDate;

/** What the expertise asks of the engine. */
public interface ExpertiseEngine {

    /** Starts the process of an expertise; its first step follows after the commit. @return id of the process instance */
    String start(Expertise expertise);

    /** Ends it at once with all its schools; open tasks are withdrawn. */
    void cancel(Expertise expertise);

    /** A school of the sample is not checked any more. */
    void excluded(SampledSchool school);

    /** Opens the decision on a later date in the process that the task belongs to. */
    void extensionRequested(String taskId, long extensionId);

    /** Opens the decision on an appeal. */
    void appealFiled(Expertise expertise, long appealId);

    /** The open task of a check is another expert's from now on. */
    void reassigned(SchoolCheck check);

    /** Open tasks of a check are due on its day. */
    void moved(SchoolCheck check, LocalDate until);
}
