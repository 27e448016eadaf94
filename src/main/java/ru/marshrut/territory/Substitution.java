package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whether one person may stand in for another on some days; the same rules hold for a later appointment of either.
 *
 * @param ofAbsent     appointments of the absent person
 * @param ofSubstitute appointments of the substitute
 * @param employedAt   schools in which the substitute is employed
 * @param within       whether a school lies at or below a place
 */
public record Substitution(Collection<Appointment> ofAbsent, Collection<Appointment> ofSubstitute, Set<Long> employedAt,
                           BiPredicate<Long, Place> within) {

    /** Why somebody cannot stand in. Words for users: {@code territory.absence.<name>}. */
    public enum Obstacle { WORKS_IN_CURATED_SCHOOL, CURATES_THE_SCHOOL, CURATES_FOR_THE_EXPERT, NOT_AN_ADMINISTRATOR }

    /** @param absent the absent person's appointment that the substitute cannot take */
    public record Collision(Obstacle obstacle, Appointment absent) {}

    /**
     * Nobody curates the school that he works in, no expert judges a school that he curates or works in (DESIGN 7: since
     * it is not known what will be given to the expert, no school of his place), and the rights of an administrator are
     * taken by administrators only.
     */
    public Optional<Collision> collision(LocalDate first, LocalDate last) {
        for (Appointment absent : ofAbsent) {
            if (overlaps(absent, first, last)) {
                Obstacle obstacle = obstacle(absent, first, last);
                if (obstacle != null) {
                    return Optional.of(new Collision(obstacle, absent));
                }
            }
        }
        return Optional.empty();
    }

    private Obstacle obstacle(Appointment absent, LocalDate first, LocalDate last) {
        return switch (absent.role()) {
            case CURATOR -> worksIn(absent.place().id(), first, last) ? Obstacle.WORKS_IN_CURATED_SCHOOL : null;
            case PRINCIPAL, SCHOOL_COORDINATOR ->
                own(first, last, Role.CURATOR).anyMatch(held -> held.place().equals(absent.place())) ? Obstacle.CURATES_THE_SCHOOL : null;
            case EXPERT -> own(first, last, Role.CURATOR, Role.PRINCIPAL, Role.SCHOOL_COORDINATOR).map(held -> held.place().id())
                .anyMatch(school -> within.test(school, absent.place()))
                || employedAt.stream().anyMatch(school -> within.test(school, absent.place())) ? Obstacle.CURATES_FOR_THE_EXPERT : null;
            case ADMINISTRATOR -> own(first, last, Role.ADMINISTRATOR)
                .noneMatch(held -> held.place().equals(absent.place()) || held.place().equals(Place.FEDERATION)) ? Obstacle.NOT_AN_ADMINISTRATOR : null;
            default -> null;
        };
    }

    private boolean worksIn(long school, LocalDate first, LocalDate last) {
        return employedAt.contains(school)
            || own(first, last, Role.PRINCIPAL, Role.SCHOOL_COORDINATOR).anyMatch(held -> held.place().id() == school);
    }

    private Stream<Appointment> own(LocalDate first, LocalDate last, Role... roles) {
        Set<Role> meant = Set.of(roles);
        return ofSubstitute.stream().filter(held -> meant.contains(held.role()) && overlaps(held, first, last));
    }

    private static boolean overlaps(Appointment held, LocalDate first, LocalDate last) {
        return !held.startsOn().isAfter(last) && (held.endsOn() == null || !held.endsOn().isBefore(first));
    }
}
