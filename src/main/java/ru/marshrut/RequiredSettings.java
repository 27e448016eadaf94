package ru.marshrut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import ru.marshrut.shared.CannotStart;

/** Outside of local mode the application starts only with all settings that it cannot guess, and names each that is missing. */
final class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.start", Locale.ROOT);
    private static final String MAIL_ADDRESS = "(.*<)?[^@\\s<>]+@[^@\\s<>]+>?";

    /** A setting, by the environment variable that gives it, and what its value must look like. */
    private enum Setting {
        MARSHRUT_DATABASE_URL("marshrut.database.url", "jdbc:postgresql:.+"),
        MARSHRUT_DATABASE_USER("marshrut.database.user", ".+"),
        MARSHRUT_DATABASE_PASSWORD("marshrut.database.password", ".*"), // empty where the server trusts the address
        MARSHRUT_MAIL_HOST("marshrut.mail.host", "\\S+"),
        MARSHRUT_MAIL_FROM("marshrut.mail.from", MAIL_ADDRESS),
        MARSHRUT_ADMIN_EMAIL("marshrut.admin-email", MAIL_ADDRESS),
        MARSHRUT_DOCUMENTS_FOLDER("marshrut.documents.folder", ".+"),
        MARSHRUT_PUBLIC_URL("marshrut.public-url", "https?://[^\\s/]+(/\\S*)?");

        private final String property;
        private final String form;

        Setting(String property, String form) {
            this.property = property;
            this.form = form;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        List<String> complaints = complaints(environment);
        if (!complaints.isEmpty()) {
            throw new CannotStart(WORDS.getString("start.refused") + "\n" + String.join("\n", complaints) + "\n"
                + WORDS.getString("start.remedy"));
        }
    }

    /** @return a line in words for each setting that is missing or cannot be right; empty where all are fine */
    static List<String> complaints(Environment environment) {
        List<String> complaints = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = environment.getProperty(setting.property);
            boolean missing = value == null || value.isBlank() && !"".matches(setting.form);
            if (missing && !partOfTheUrl(setting, environment)) {
                complaints.add("  " + setting + " — " + WORDS.getString("start." + setting.property));
            } else if (!missing && !value.matches(setting.form)) {
                complaints.add("  " + setting + " — " + WORDS.getString("start.wrong").replace("{value}", value)
                    + WORDS.getString("start." + setting.property));
            }
        }
        return complaints;
    }

    /** JDBC takes user and password in the URL, too. */
    private static boolean partOfTheUrl(Setting setting, Environment environment) {
        String url = environment.getProperty(Setting.MARSHRUT_DATABASE_URL.property, "");
        return setting == Setting.MARSHRUT_DATABASE_USER && url.contains("user=")
            || setting == Setting.MARSHRUT_DATABASE_PASSWORD && url.contains("password=");
    }
}
