package ru.marshrut.expertise;

/** Who checks which school: nobody who curates it, works in it or declared a conflict with it. */
public interface Assignments {

    /** Gives every school of the sample its experts, the load balanced; what is assigned already stays. */
    void assign(long expertiseId);

    /** Finds a third expert for a school. @return false where there is none */
    boolean appointThird(long sampledSchoolId);

    /**
     * Throws {@link ru.marshrut.shared.Refusal} where the assignment cannot be approved: it names the schools that lack an
     * expert, and those whose expert must not check them any more.
     */
    void requireApprovable(long expertiseId);
}
