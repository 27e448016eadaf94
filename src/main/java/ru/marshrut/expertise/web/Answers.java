package ru.marshrut.expertise.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.shared.Refusal;

/** How the pages of samples and experts answer a change: with a word that it is done, or why not and what was typed. */
@Component("expertiseAnswers")
class Answers {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    Answers(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param page where to go on
     * @param done code of the word that it is done
     * @param form name of the form on the page, under which it finds again what was typed
     */
    String carryOut(String page, String done, String form, Map<String, String> typed, RedirectAttributes back, Runnable change) {
        try {
            change.run();
            back.addFlashAttribute("done", words(done));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", words(refusal.code(), refusal.arguments()));
            back.addFlashAttribute("typedForm", form);
            back.addFlashAttribute("wrongField", refusal.field());
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

    String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    /** What was typed, by the names of the fields. */
    static Map<String, String> typed(Object... namesAndValues) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put((String) namesAndValues[i], namesAndValues[i + 1] == null ? "" : namesAndValues[i + 1].toString());
        }
        return typed;
    }
}
