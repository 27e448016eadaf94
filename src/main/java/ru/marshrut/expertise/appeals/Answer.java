package ru.marshrut.expertise.appeals;

/**
 * What is answered to an appeal.
 *
 * @param points new ones, where the score is changed
 * @param remark its new words, where the remark is reworded
 * @param words  why; always needed
 */
public record Answer(Decision decision, Integer points, String remark, String words) {

    /** Words for users: {@code expertise.appeal.decision.<name>}. */
    public enum Decision {
        KEEP,
        /** Other points for the criterion. */
        CHANGE,
        /** The remark stands in other words. */
        REWORD,
        /** The remark does not stand. */
        WITHDRAW;

        boolean fits(About.Kind kind) {
            return this == KEEP || (this == CHANGE) == (kind == About.Kind.SCORE);
        }
    }
}
