package ru.marshrut.administration.staffing;

/** What is to be put right. Words for users: {@code administration.staffing.<name>} and {@code administration.staffing.<name>.remedy}. */
public enum Concern {
    NO_CURATOR(Remedy.SCHOOL),
    NO_COORDINATOR(Remedy.SCHOOL),
    NO_PRINCIPAL(Remedy.SCHOOL),
    NO_MUNICIPAL_COORDINATOR(Remedy.MUNICIPALITY),
    TOO_MANY_SCHOOLS(Remedy.PERSON),
    NO_ACCOUNT(Remedy.INVITATION),
    MAIL_REFUSED(Remedy.INCIDENTS),
    CURATES_WHERE_EMPLOYED(Remedy.SCHOOL),
    CURATES_PARTNER(Remedy.SCHOOL),
    COORDINATES_AND_CURATES(Remedy.PERSON),
    EXECUTES_AND_CONTROLS(Remedy.PERSON),
    ENDS_SOON(Remedy.SCHOOL),
    CURATES_FORMER_PARTICIPANT(Remedy.SCHOOL);

    /** Where it is put right. */
    public enum Remedy { SCHOOL, MUNICIPALITY, PERSON, INVITATION, INCIDENTS }

    private final Remedy remedy;

    Concern(Remedy remedy) {
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }
}
