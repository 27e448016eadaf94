package ru.marshrut.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.marshrut.access.PasswordLinkRequested;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;

/** Mails the link by which a person sets a password. The occasion is a digest of the link, which is secret. */
@Component
class PasswordLinks {

    static final String TEMPLATE = "password-link";
    /** Templates whose letters hold such a link: their words are wiped when they are sent. */
    static final Set<String> SECRET = Set.of(TEMPLATE, "invitation");

    private final Post post;

    PasswordLinks(Post post) {
        this.post = post;
    }

    @ApplicationModuleListener
    void on(PasswordLinkRequested link) {
        post.send(new Letter(link.personId(), TEMPLATE, Map.of("path", link.path()),
            UUID.nameUUIDFromBytes(link.path().getBytes(StandardCharsets.UTF_8)).toString()));
    }
}
