package ru.marshrut.access.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's view of persons, groups and tenants: derived at each question, never stored, never writable. */
class TerritoryIdentities implements ReadOnlyIdentityProvider {

    private final Directory directory;

    TerritoryIdentities(Directory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String userId) {
        return directory.member(userId).map(Users::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(directory, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("users are not in the engine's tables");
    }

    /** Passwords are checked at the one sign-in of the product, never here. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return directory.groupName(groupId).map(name -> Groups.group(groupId, name)).orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return createGroupQuery();
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return directory.tenantName(tenantId).map(name -> Tenants.tenant(tenantId, name)).orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Tenants(directory, executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return createTenantQuery();
    }

    @Override
    public void flush() {
        // nothing is ever written
    }

    @Override
    public void close() {
        // holds nothing
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
