package ru.marshrut.access.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import ru.marshrut.access.EngineIdentities;

/** Who asks the engine: the system itself (our use cases, jobs), an administrator, or a participant through a webapp. */
record Asking(String userId, Set<String> groups) {

    static Asking of(Authentication authentication) {
        if (authentication == null || authentication.getUserId() == null) {
            return new Asking(null, Set.of());
        }
        return new Asking(authentication.getUserId(),
            authentication.getGroupIds() == null ? Set.of() : Set.copyOf(authentication.getGroupIds()));
    }

    static Asking in(CommandContext context) {
        return of(context.getAuthentication());
    }

    boolean isParticipant() {
        return userId != null && !groups.contains(EngineIdentities.ADMINISTRATORS);
    }

    /** A participant knows himself and those who share a role at a place with him. */
    boolean maySee(Directory.Member member) {
        return !isParticipant() || member.userId().equals(userId)
            || member.groups().stream().anyMatch(group -> groups.contains(group) && EngineIdentities.position(group).isPresent());
    }

    boolean maySeeUser(String other) {
        return !isParticipant() || userId.equals(other);
    }

    boolean maySeeGroup(String group) {
        return !isParticipant() || groups.contains(group);
    }
}
