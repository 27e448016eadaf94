package ru.marshrut.access.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;

/** Query of tenants, which are the regions and the federation. A participant sees those that he works in. */
class Tenants extends TenantQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Directory directory;

    Tenants(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return find(context).size();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
        return Listing.page(find(context), page);
    }

    private List<Tenant> find(CommandContext context) {
        return candidates(Asking.in(context))
            .filter(tenant -> Listing.equal(id, tenant) && Listing.contains(ids, tenant))
            .flatMap(tenant -> directory.tenantName(tenant).map(label -> tenant(tenant, label)).stream())
            .filter(tenant -> Listing.equal(name, tenant.getName()) && Listing.like(nameLike, tenant.getName()))
            .sorted(Comparator.comparing(Tenant::getId))
            .toList();
    }

    private Stream<String> candidates(Asking asking) {
        if (groupId != null) {
            return Stream.empty(); // persons belong to tenants, groups do not
        }
        if (userId != null) {
            return asking.maySeeUser(userId) ? tenantsOf(userId) : Stream.empty();
        }
        return asking.isParticipant() ? tenantsOf(asking.userId()) : directory.allTenants();
    }

    private Stream<String> tenantsOf(String user) {
        return directory.member(user).stream().flatMap(member -> member.tenants().stream());
    }

    static Tenant tenant(String id, String label) {
        TenantEntity tenant = new TenantEntity(id);
        tenant.setName(label);
        return tenant;
    }
}
