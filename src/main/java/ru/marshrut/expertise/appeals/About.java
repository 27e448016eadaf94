package ru.marshrut.expertise.appeals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.marshrut.expertise.Appeal;

/** What an appeal is about: a remark, or the score of a criterion. Words for users: {@code expertise.appeal.about.<kind>}. */
public record About(Kind kind, long id) {

    public enum Kind { SCORE, REMARK }

    private static final Pattern KEY = Pattern.compile("(SCORE|REMARK)-(\\d{1,18})");

    public static About of(Appeal appeal) {
        return appeal.isAboutScore() ? new About(Kind.SCORE, appeal.criterionId()) : new About(Kind.REMARK, appeal.remarkId());
    }

    /** Empty for what {@link #key} never was. */
    public static Optional<About> parse(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? Optional.of(new About(Kind.valueOf(matcher.group(1)), Long.parseLong(matcher.group(2)))) : Optional.empty();
    }

    /** As forms and addresses name it. */
    public String key() {
        return kind + "-" + id;
    }

    Long remarkId() {
        return kind == Kind.REMARK ? id : null;
    }

    Long criterionId() {
        return kind == Kind.SCORE ? id : null;
    }
}
