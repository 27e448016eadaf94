package ru.marshrut.access.web;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import ru.marshrut.access.persistence.Logins.Login;

/** The person of a session. Holds no rights: they follow from the appointments of the day, at each request. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final long personId;
    private final int version;
    private final boolean locked;
    private final boolean open;
    private String passwordHash;

    SignedIn(Login login, boolean open) {
        this.personId = login.personId();
        this.version = login.version();
        this.locked = login.locked();
        this.passwordHash = login.passwordHash();
        this.open = open;
    }

    public long personId() {
        return personId;
    }

    int version() {
        return version;
    }

    @Override
    public String getUsername() {
        return String.valueOf(personId);
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return open;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that && that.personId == personId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(personId);
    }
}
