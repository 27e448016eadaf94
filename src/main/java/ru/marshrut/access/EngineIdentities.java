package ru.marshrut.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Names of persons, groups and tenants in the engine. They are stable and derived; nothing is copied there. */
public final class EngineIdentities {

    /** Group of everybody with an appointment. */
    public static final String PARTICIPANTS = "participants";

    /** Group of municipal and regional coordinators. */
    public static final String COORDINATORS = "coordinators";

    /** Group of those who look after a whole region. */
    public static final String REGIONAL = "regional";

    /** The engine's own group of administrators. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Tenant of the federation's own rows. */
    public static final String FEDERATION_TENANT = "federation";

    private static final Pattern USER = Pattern.compile("p(\\d{1,18})");
    private static final Pattern POSITION = Pattern.compile("([a-z-]+)\\.([a-z]+)\\.(\\d{1,18})");
    private static final Pattern TENANT = Pattern.compile("region-(\\d{1,18})");

    private EngineIdentities() {}

    /** A role at a place, as named by a group. */
    public record Position(Role role, Place place) {}

    public static String userId(long personId) {
        return "p" + personId;
    }

    /** @throws IllegalArgumentException when the id is not one of ours */
    public static long personId(String userId) {
        return knownPersonId(userId).orElseThrow(() -> new IllegalArgumentException("not the id of a person: " + userId));
    }

    /** Empty when the id is not one of ours. */
    public static Optional<Long> knownPersonId(String userId) {
        Matcher matcher = USER.matcher(userId == null ? "" : userId);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Group of those who hold a role at exactly this place, such as {@code school-coordinator.school.17}. */
    public static String groupId(Role role, Place place) {
        return word(role) + "." + word(place.level()) + "." + place.id();
    }

    /** Empty when the group is not that of a role at a place. */
    public static Optional<Position> position(String groupId) {
        Matcher matcher = POSITION.matcher(groupId == null ? "" : groupId);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Role role : Role.values()) {
            for (Level level : Level.values()) {
                if (word(role).equals(matcher.group(1)) && word(level).equals(matcher.group(2))) {
                    return Optional.of(new Position(role, new Place(level, Long.parseLong(matcher.group(3)))));
                }
            }
        }
        return Optional.empty();
    }

    public static String tenantId(long regionId) {
        return "region-" + regionId;
    }

    /** Empty when the tenant is not a region. */
    public static Optional<Long> regionId(String tenantId) {
        Matcher matcher = TENANT.matcher(tenantId == null ? "" : tenantId);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Groups that follow from appointments. A principal is also in the group of his school's coordinator. */
    public static Set<String> groupsOf(Collection<Appointment> appointments) {
        Set<String> groups = new LinkedHashSet<>();
        for (Appointment held : appointments) {
            groups.add(PARTICIPANTS);
            groups.add(groupId(held.role(), held.place()));
            switch (held.role()) {
                case PRINCIPAL -> groups.add(groupId(Role.SCHOOL_COORDINATOR, held.place()));
                case MUNICIPAL_COORDINATOR -> groups.add(COORDINATORS);
                case REGIONAL_COORDINATOR -> groups.addAll(Set.of(COORDINATORS, REGIONAL));
                case ADMINISTRATOR -> groups.add(held.place().equals(Place.FEDERATION) ? ADMINISTRATORS : REGIONAL);
                default -> { }
            }
        }
        return groups;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
