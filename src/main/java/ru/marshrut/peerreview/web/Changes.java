package ru.marshrut.peerreview.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.shared.Refusal;

/** How the pages answer a change: back to the page, with a word that it is done, or why not and what was typed. */
@Component
class Changes {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    Changes(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param page where to go on, may end with an anchor
     * @param done code of the word that it is done
     * @param form name of the form on the page, under which it finds again what was typed
     */
    String carryOut(String page, String done, String form, Map<String, String> typed, RedirectAttributes back, Runnable change) {
        try {
            change.run();
            back.addFlashAttribute("done", messages.getMessage(done, null, RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", text(refusal));
            back.addFlashAttribute("typedForm", form);
            back.addFlashAttribute("typed", typed);
        }
        return "redirect:" + page;
    }

    /** So that a page's forms need not ask whether anything was typed. */
    void nothingTypedByDefault(Model model) {
        if (!model.containsAttribute("typedForm")) {
            model.addAttribute("typedForm", "");
            model.addAttribute("typed", Map.of());
        }
    }

    String text(Refusal refusal) {
        return text(refusal.code(), refusal.arguments());
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
