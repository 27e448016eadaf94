package ru.marshrut.access.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;

/** Query of groups: by id or member. Without one of them one's own groups are listed. */
class Groups extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Directory directory;

    Groups(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return find(context).size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Listing.page(find(context), page);
    }

    private List<Group> find(CommandContext context) {
        Asking asking = Asking.in(context);
        return candidates(asking)
            .filter(asking::maySeeGroup)
            .filter(group -> Listing.equal(id, group) && Listing.contains(ids, group))
            .flatMap(group -> directory.groupName(group).map(label -> group(group, label)).stream())
            .filter(group -> Listing.equal(name, group.getName()) && Listing.like(nameLike, group.getName())
                && Listing.equal(type, group.getType()))
            .sorted(Comparator.comparing(Group::getId))
            .toList();
    }

    private Stream<String> candidates(Asking asking) {
        if (userId != null) {
            return asking.maySeeUser(userId) ? groupsOf(userId) : Stream.empty();
        }
        if (id != null) {
            return Stream.of(id);
        }
        if (ids != null) {
            return Stream.of(ids);
        }
        return asking.userId() == null ? Stream.empty() : groupsOf(asking.userId());
    }

    private Stream<String> groupsOf(String user) {
        return directory.member(user).stream().flatMap(member -> member.groups().stream());
    }

    static Group group(String id, String label) {
        GroupEntity group = new GroupEntity(id);
        group.setName(label);
        group.setType("WORKFLOW");
        return group;
    }
}
