package ru.marshrut.expertise;

/** What a school has for one criterion once its checks are settled. */
public record SchoolScore(long sampledSchoolId, long criterionId, int points, Origin origin) {

    /** Words for users: {@code expertise.scoreOrigin.<name>}. */
    public enum Origin {
        /** One expert checked. */
        ONE,
        /** Two experts gave the same. */
        AGREED,
        /** The mean of two that differ by no more than the step, rounded up. */
        MEAN,
        /** The third expert's. */
        THIRD,
        /** Changed on an appeal. */
        APPEAL
    }
}
