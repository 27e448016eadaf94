package ru.marshrut.access;

import java.util.Locale;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** How the engine names persons, groups and tenants. Stable: mail addresses and names may change, these do not. */
public final class EngineIdentities {

    private EngineIdentities() {}

    public static String userId(long personId) {
        return "p" + personId;
    }

    public static String groupId(Role role, Place place) {
        return slug(role) + "." + slug(place.level()) + "." + place.id();
    }

    public static String tenantId(long regionId) {
        return "region-" + regionId;
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
