package ru.marshrut.shared;

/** What was asked for does not exist for the one who asks. Answered as «not found», so that nothing is given away. */
public class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotYours(String what, Object id) {
        super(what + " " + id);
    }
}
