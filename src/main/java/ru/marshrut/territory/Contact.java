package ru.marshrut.territory;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a person is reached: what counts as a mail address and as a telephone number. */
public final class Contact {

    private static final Pattern MAIL =
        Pattern.compile("[\\p{L}\\p{N}._%+'-]+@(?:localhost|(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]+)");
    private static final int FEWEST_DIGITS = 5;

    private Contact() {}

    public static boolean isMail(String text) {
        return text.length() <= 254 && !text.contains("..") && MAIL.matcher(text).matches();
    }

    /**
     * @return {@code +7} and ten digits where a Russian number is recognised, the text as written where it holds at
     *     least five digits (a foreign number, an extension), else empty
     */
    public static Optional<String> phone(String text) {
        String digits = text.replaceAll("\\D", "");
        boolean plain = text.matches("[\\d\\s()+.\\u2010-\\u2015-]+");
        if (plain && digits.matches("[78]\\d{10}")) {
            return Optional.of("+7" + digits.substring(1));
        }
        if (plain && digits.matches("[3489]\\d{9}") && !text.contains("+")) {
            return Optional.of("+7" + digits);
        }
        return digits.length() < FEWEST_DIGITS ? Optional.empty() : Optional.of(text.strip());
    }
}
