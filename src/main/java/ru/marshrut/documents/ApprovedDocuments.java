package ru.marshrut.documents;

import java.util.Set;

/** Implemented by the module in which a school's documents are approved, for those who hand them on. */
public interface ApprovedDocuments {

    /** Kinds of {@link SchoolDocuments} that the curator has approved and that nobody has begun to change since. */
    Set<String> approvedKinds(long schoolId, int year);
}
