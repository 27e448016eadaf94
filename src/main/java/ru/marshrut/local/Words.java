package ru.marshrut.local;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of local mode, apart from the bundles of the packaged application. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("local.messages", Locale.ROOT);

    private Words() {}

    public static String of(String key, Map<String, ?> values) {
        String text = BUNDLE.getString(key);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }
}
