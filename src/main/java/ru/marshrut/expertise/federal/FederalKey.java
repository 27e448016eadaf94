package ru.marshrut.expertise.federal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The check of one stage in one region by the federal coordinator.
 *
 * @param stage 1 or 2
 */
public record FederalKey(long regionId, int year, int stage) {

    private static final Pattern ID = Pattern.compile("(\\d{1,18})-(\\d{4})-([12])");

    /** Empty for what {@link #id} never was. */
    static Optional<FederalKey> parse(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
            ? Optional.of(new FederalKey(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
            : Optional.empty();
    }

    /** As documents and the audit's subject name it. */
    public String id() {
        return regionId + "-" + year + "-" + stage;
    }
}
