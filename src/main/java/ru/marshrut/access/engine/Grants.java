package ru.marshrut.access.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.EngineIdentities;

/**
 * The standing grants. Participants get the task list and nothing wide: their tasks open to them one by one, through
 * candidate groups. The region and above look at instances; its tenant keeps them to their own.
 */
@Component
class Grants {

    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;

    Grants(AuthorizationService authorizations, JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void ensure() {
        // Several nodes may start at once.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('marshrut.grants'))::text").query(String.class).single();
        grant(EngineIdentities.PARTICIPANTS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(EngineIdentities.REGIONAL, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(EngineIdentities.REGIONAL, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);
        grant(EngineIdentities.REGIONAL, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        Set.of(Resources.values()).forEach(resource -> grant(EngineIdentities.ADMINISTRATORS, resource, ANY, Permissions.ALL));
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(id)
            .singleResult();
        Authorization grant = known == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : known;
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
