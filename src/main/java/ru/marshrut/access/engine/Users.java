package ru.marshrut.access.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Query of users: by id, mail or group. Without one of them only oneself is listed: there is no roll of all people. */
class Users extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Directory directory;

    Users(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return find(context).size();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Listing.page(find(context), page);
    }

    private List<User> find(CommandContext context) {
        Asking asking = Asking.in(context);
        return candidates(asking)
            .filter(asking::maySee)
            .filter(member -> (groupId == null || member.groups().contains(groupId))
                && (tenantId == null || member.tenants().contains(tenantId)))
            .map(Users::user)
            .filter(this::matches)
            .sorted(Comparator.comparing(User::getId))
            .toList();
    }

    private Stream<Directory.Member> candidates(Asking asking) {
        if (id != null) {
            return directory.members(List.of(id));
        }
        if (ids != null) {
            return directory.members(List.of(ids));
        }
        if (email != null) {
            return directory.memberByEmail(email).stream();
        }
        if (groupId != null) {
            return directory.membersOf(groupId).collect(Collectors.toMap(Directory.Member::userId, m -> m, (a, b) -> a))
                .values().stream();
        }
        return asking.userId() == null ? Stream.empty() : directory.members(List.of(asking.userId()));
    }

    private boolean matches(User user) {
        return Listing.contains(ids, user.getId())
            && Listing.equal(firstName, user.getFirstName()) && Listing.like(firstNameLike, user.getFirstName())
            && Listing.equal(lastName, user.getLastName()) && Listing.like(lastNameLike, user.getLastName())
            && (email == null || email.equalsIgnoreCase(user.getEmail())) && Listing.like(emailLike, user.getEmail());
    }

    /** The family name stands first in «Фамилия Имя Отчество». */
    static User user(Directory.Member member) {
        String[] names = member.person().fullName().strip().split("\\s+", 2);
        UserEntity user = new UserEntity(member.userId());
        user.setLastName(names[0]);
        user.setFirstName(names.length > 1 ? names[1] : "");
        user.setEmail(member.person().email());
        return user;
    }
}
