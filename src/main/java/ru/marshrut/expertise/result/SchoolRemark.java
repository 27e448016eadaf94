package ru.marshrut.expertise.result;

/**
 * A remark as it stands: with its new words where an appeal has changed it. One that was withdrawn is not among them.
 *
 * @param check       number of the check that it comes from
 * @param criterionId null where it belongs to none
 * @param typicalId   of the catalogue; null for own words
 */
public record SchoolRemark(long sampledSchoolId, int check, Long criterionId, Long typicalId, String text) {

    boolean isOf(long criterion) {
        return criterionId != null && criterionId == criterion;
    }
}
