package ru.marshrut.notification.web;

import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.marshrut.notification.DigestSubscription;
import ru.marshrut.notification.reminders.DigestReaders;

/**
 * Leaving the digest without signing in. Mail programs post here by themselves (RFC 8058: no cookies, hence no CSRF
 * token; the token in the path is the secret). Looking at the page changes nothing, since link checkers do that too.
 */
@Controller
@RequestMapping("/mail/unsubscribe/{token}")
class UnsubscribeController {

    private final DigestReaders readers;
    private final DigestSubscription subscription;

    UnsubscribeController(DigestReaders readers, DigestSubscription subscription) {
        this.readers = readers;
        this.subscription = subscription;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        return page(owner(token), model);
    }

    /** @param wanted {@code true} to come back to the digest; a mail program does not send it */
    @PostMapping
    String choose(@PathVariable String token, @RequestParam(defaultValue = "false") boolean wanted, Model model) {
        long owner = owner(token);
        subscription.choose(owner, wanted);
        return page(owner, model);
    }

    private String page(long owner, Model model) {
        model.addAttribute("wanted", subscription.wanted(owner));
        return "notification/unsubscribe";
    }

    private long owner(String token) {
        OptionalLong owner = readers.ownerOf(token);
        return owner.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
