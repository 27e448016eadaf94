package ru.marshrut.access.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.EngineIdentities.Position;
import ru.marshrut.access.GuestRegions;
import ru.marshrut.access.Viewers;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Persons, their groups and tenants, read from the territory tree and the appointments of the day. */
@Component
class Directory {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Set<String> OVERALL =
        Set.of(EngineIdentities.PARTICIPANTS, EngineIdentities.COORDINATORS, EngineIdentities.REGIONAL, EngineIdentities.ADMINISTRATORS);

    private final Staff staff;
    private final Territory territory;
    private final Viewers viewers;
    private final GuestRegions guestRegions;
    private final MessageSource messages;
    private final Clock clock;

    Directory(Staff staff, Territory territory, Viewers viewers, GuestRegions guestRegions, MessageSource messages, Clock clock) {
        this.staff = staff;
        this.territory = territory;
        this.viewers = viewers;
        this.guestRegions = guestRegions;
        this.messages = messages;
        this.clock = clock;
    }

    /** A person with an appointment today. */
    record Member(Person person, Set<String> groups, Set<String> tenants) {

        String userId() {
            return EngineIdentities.userId(person.id());
        }
    }

    Optional<Member> member(String userId) {
        return members(List.of(userId)).findFirst();
    }

    /** Those of the users who exist and hold an appointment today. */
    Stream<Member> members(Collection<String> userIds) {
        List<Long> ids = userIds.stream().flatMap(id -> EngineIdentities.knownPersonId(id).stream()).toList();
        return ids.isEmpty() ? Stream.empty() : staff.people(ids).values().stream().flatMap(person -> member(person).stream());
    }

    Optional<Member> memberByEmail(String email) {
        return staff.personByEmail(email).flatMap(this::member);
    }

    /** Members of the group of a role at a place, and administrators. The overall groups are not listed. */
    Stream<Member> membersOf(String groupId) {
        if (EngineIdentities.ADMINISTRATORS.equals(groupId)) {
            return holding(new Position(Role.ADMINISTRATOR, Place.FEDERATION));
        }
        return EngineIdentities.position(groupId).filter(this::exists).stream().flatMap(position -> Stream.concat(holding(position),
            position.role() == Role.SCHOOL_COORDINATOR ? holding(new Position(Role.PRINCIPAL, position.place())) : Stream.empty()));
    }

    private Stream<Member> holding(Position position) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), regionOf(position.place()).map(Region::zone).orElse(Viewers.FEDERATION_ZONE));
        return staff.holding(position.role(), position.place(), today).stream().flatMap(person -> member(person).stream());
    }

    private Optional<Member> member(Person person) {
        List<Appointment> held = viewers.of(person.id()).appointments();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Set<String> groups = EngineIdentities.groupsOf(held);
        Set<String> tenants = tenantsOf(held);
        if (!groups.contains(EngineIdentities.REGIONAL)) {
            // whoever looks at all instances of his tenants would look at those of the other region too: he has such a task on our pages only
            guestRegions.of(person.id()).forEach(region -> tenants.add(EngineIdentities.tenantId(region)));
        }
        return Optional.of(new Member(person, groups, tenants));
    }

    private Set<String> tenantsOf(Collection<Appointment> held) {
        Set<String> tenants = new TreeSet<>();
        for (Place place : held.stream().map(Appointment::place).distinct().toList()) {
            regionOf(place).ifPresentOrElse(region -> tenants.add(EngineIdentities.tenantId(region.id())), () -> {
                tenants.add(EngineIdentities.FEDERATION_TENANT);
                territory.regions().forEach(region -> tenants.add(EngineIdentities.tenantId(region.id())));
            });
        }
        return tenants;
    }

    /** Empty for the federation. */
    private Optional<Region> regionOf(Place place) {
        return switch (place.level()) {
            case FEDERATION -> Optional.empty();
            case REGION -> Optional.of(territory.region(place.id()));
            case MUNICIPALITY -> Optional.of(territory.region(territory.municipality(place.id()).regionId()));
            case SCHOOL -> Optional.of(territory.region(territory.school(place.id()).regionId()));
        };
    }

    /** Asked for here, since the territory's own «not found» would end the engine's transaction. */
    private boolean exists(Position position) {
        Place place = position.place();
        return switch (place.level()) {
            case FEDERATION -> place.equals(Place.FEDERATION);
            case REGION -> territory.regions().stream().anyMatch(region -> region.id() == place.id());
            case MUNICIPALITY -> territory.regions().stream().flatMap(region -> territory.municipalitiesOf(region.id()).stream())
                .anyMatch(municipality -> municipality.id() == place.id());
            case SCHOOL -> territory.schools(List.of(place.id())).containsKey(place.id());
        };
    }

    /** Name of a group, in words; empty when there is no such group. */
    Optional<String> groupName(String groupId) {
        if (OVERALL.contains(groupId)) {
            return Optional.of(messages.getMessage("access.group." + groupId, null, RUSSIAN));
        }
        return EngineIdentities.position(groupId).filter(this::exists).map(position -> messages.getMessage("access.position",
            new Object[] {messages.getMessage("access.role." + position.role(), null, RUSSIAN), name(position.place())}, RUSSIAN));
    }

    private String name(Place place) {
        return switch (place.level()) {
            case FEDERATION -> messages.getMessage("access.federation", null, RUSSIAN);
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            case SCHOOL -> territory.school(place.id()).name();
        };
    }

    /** Name of a tenant, in words; empty when there is no such tenant. */
    Optional<String> tenantName(String tenantId) {
        if (EngineIdentities.FEDERATION_TENANT.equals(tenantId)) {
            return Optional.of(messages.getMessage("access.federation", null, RUSSIAN));
        }
        return EngineIdentities.regionId(tenantId).flatMap(id -> territory.regions().stream().filter(region -> region.id() == id)
            .findFirst()).map(Region::name);
    }

    Stream<String> allTenants() {
        return Stream.concat(Stream.of(EngineIdentities.FEDERATION_TENANT),
            territory.regions().stream().map(region -> EngineIdentities.tenantId(region.id())));
    }
}
