package ru.marshrut.access.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.Accounts;
import ru.marshrut.shared.Refusal;

/** The pages before the sign-in. */
@Controller
class SignInPages {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Accounts accounts;
    private final MessageSource messages;

    SignInPages(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping("/login")
    String login() {
        return "access/login";
    }

    @GetMapping("/password")
    String forgotten() {
        return "access/forgotten";
    }

    @PostMapping("/password")
    String sendLink(@RequestParam String email) {
        accounts.requestLink(email);
        return "redirect:/password?sent";
    }

    @GetMapping("/password/{token}")
    String choose(@PathVariable String token, Model model) {
        model.addAttribute("open", accounts.isOpen(token));
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        return "access/password";
    }

    @PostMapping("/password/{token}")
    String set(@PathVariable String token, @RequestParam String password, @RequestParam String repeated, Model model) {
        try {
            if (!password.equals(repeated)) {
                throw Refusal.ofField("repeated", "access.password.differ");
            }
            accounts.redeem(token, password);
            return "redirect:/login?ready";
        } catch (Refusal refusal) {
            model.addAttribute("wrong", refusal.field());
            model.addAttribute("error", messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN));
            return choose(token, model);
        }
    }
}
