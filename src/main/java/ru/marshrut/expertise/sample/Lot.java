package ru.marshrut.expertise.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The lot of one school: a number that follows from seed, school and weight alone, so that anybody can count it again.
 *
 * @param digits the first 13 hexadecimal digits (52 bits) of SHA-256 over the UTF-8 text {@code <seed>:<school id>}
 * @param key    -ln(u) / weight, where u = (digits + 1/2) / 2^52 lies between 0 and 1; the smallest keys are drawn
 *               (Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006)
 */
public record Lot(long schoolId, String digits, double key) {

    /** Who is drawn first; of equal keys the school with the smaller number. */
    public static final Comparator<Lot> ORDER = Comparator.comparingDouble(Lot::key).thenComparingLong(Lot::schoolId);

    private static final int DIGITS = 13;

    public static Lot of(long seed, Candidate candidate) {
        String digits = HexFormat.of().formatHex(sha256(seed + ":" + candidate.schoolId())).substring(0, DIGITS);
        double fraction = (HexFormat.fromHexDigitsToLong(digits) + 0.5) / (1L << 4 * DIGITS);
        return new Lot(candidate.schoolId(), digits, -StrictMath.log(fraction) / candidate.weight());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
