package ru.marshrut.peerreview.pairing;

import java.util.List;
import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;

/** Reads reasons as the pages do: through the module's message bundle. */
final class InWords {

    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasename("messages/peerreview-pairing");
        MESSAGES.setDefaultEncoding("UTF-8");
        MESSAGES.setFallbackToSystemLocale(false);
    }

    private InWords() {
    }

    static String of(Reason reason) {
        return MESSAGES.getMessage(reason.code(), reason.args().toArray(), Locale.forLanguageTag("ru"));
    }

    static List<String> of(List<Reason> reasons) {
        return reasons.stream().map(InWords::of).toList();
    }
}
