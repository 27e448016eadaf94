package ru.marshrut.access.web;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewers;
import ru.marshrut.access.persistence.Logins;

/** Who may sign in: a person with a password and an appointment today, whose account is neither closed nor locked. */
@Component
class SignInRules {

    private final Logins logins;
    private final Viewers viewers;

    SignInRules(Logins logins, Viewers viewers) {
        this.logins = logins;
        this.viewers = viewers;
    }

    /** @throws UsernameNotFoundException for an address without an account */
    SignedIn person(String email) {
        return logins.byEmail(email)
            .map(login -> new SignedIn(login, !login.disabled() && !viewers.of(login.personId()).appointments().isEmpty()))
            .orElseThrow(() -> new UsernameNotFoundException("no account"));
    }

    boolean mayGoOn(SignedIn person) {
        return logins.isCurrent(person.personId(), person.version())
            && !viewers.of(person.personId()).appointments().isEmpty();
    }

    @EventListener
    void count(AuthenticationFailureBadCredentialsEvent failure) {
        logins.byEmail(failure.getAuthentication().getName()).ifPresent(login -> logins.failed(login.personId()));
    }

    @EventListener
    void forget(AuthenticationSuccessEvent success) {
        if (success.getAuthentication().getPrincipal() instanceof SignedIn person) {
            logins.succeeded(person.personId());
        }
    }
}
