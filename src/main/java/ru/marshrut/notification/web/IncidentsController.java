package ru.marshrut.notification.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.Incidents;

/** People whom mail does not reach, for coordinators and administrators; others see an empty list. */
@Controller
@RequestMapping("/mail/incidents")
class IncidentsController {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Viewers viewers;
    private final Incidents incidents;
    private final MessageSource messages;

    IncidentsController(Viewers viewers, Incidents incidents, MessageSource messages) {
        this.viewers = viewers;
        this.incidents = incidents;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("incidents", incidents.openFor(viewers.current()));
        return "notification/incidents";
    }

    @PostMapping("/{id}")
    String sendAgain(@PathVariable long id, RedirectAttributes next) {
        incidents.sendAgain(id, viewers.current());
        next.addFlashAttribute("done", messages.getMessage("notification.incident.sentAgain", null, RUSSIAN));
        return "redirect:/mail/incidents";
    }
}
