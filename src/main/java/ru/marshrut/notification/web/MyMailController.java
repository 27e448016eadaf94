package ru.marshrut.notification.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.CalendarFeed;
import ru.marshrut.notification.DigestSubscription;

/** What a person sets for oneself: the digest, and the address of the own calendar. */
@Controller
@RequestMapping("/my/mail")
class MyMailController {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Viewers viewers;
    private final DigestSubscription subscription;
    private final CalendarFeed feed;
    private final MessageSource messages;
    private final String publicUrl;

    MyMailController(Viewers viewers, DigestSubscription subscription, CalendarFeed feed, MessageSource messages,
                     @Value("${marshrut.public-url:http://localhost:8080}") String publicUrl) {
        this.viewers = viewers;
        this.subscription = subscription;
        this.feed = feed;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping
    String show(Model model) {
        long person = viewers.current().personId();
        model.addAttribute("wanted", subscription.wanted(person));
        model.addAttribute("feed", publicUrl + feed.pathOf(person));
        return "notification/my-mail";
    }

    @PostMapping("/digest")
    String choose(@RequestParam boolean wanted, RedirectAttributes next) {
        subscription.choose(viewers.current().personId(), wanted);
        next.addFlashAttribute("done", messages.getMessage("notification.digest." + (wanted ? "wanted" : "left"), null, RUSSIAN));
        return "redirect:/my/mail";
    }

    @PostMapping("/calendar")
    String renew(RedirectAttributes next) {
        feed.renew(viewers.current().personId());
        next.addFlashAttribute("done", messages.getMessage("notification.feed.renewed", null, RUSSIAN));
        return "redirect:/my/mail";
    }
}
