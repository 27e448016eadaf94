package ru.marshrut.calendar.phrases;

/**
 * A piece of a phrase.
 *
 * @param text     lower case, «ё» as «е», Latin look-alikes as Russian letters; of words only
 * @param number   value of a number or Roman numeral; day of a date, 0 where it has none («03.2021»)
 * @param month    of a date as it is written («13» as well), otherwise 0
 * @param year     of a date, with two digits completed to this century; 0 where it has none
 * @param afterDot whether a full stop stands before it
 * @param start    first character in the phrase
 * @param end      character after the last
 */
record Token(Kind kind, String text, int number, int month, int year, boolean afterDot, int start, int end) {

    enum Kind { NUMBER, ROMAN, DATE, TIME, WORD, DASH, SLASH, COMMA, OPEN, CLOSE, OTHER, END }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    int digits() {
        return end - start;
    }
}
