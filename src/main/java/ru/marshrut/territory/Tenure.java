package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A person in a role at a place for some days, as the rules of appointment see it. What identifies the person is
 * up to the caller (an id, a mail address of a file).
 *
 * @param until last day, or null until further notice
 */
public record Tenure(Object person, Role role, LocalDate from, LocalDate until) {

    /** Why an appointment cannot stand. Words for users: {@code territory.appointment.<name>}. */
    public enum Obstacle { ENDS_BEFORE_IT_STARTS, ALREADY_APPOINTED, ROLE_IS_TAKEN, CURATES_OWN_SCHOOL }

    /** @param other the tenure that stands in the way, or null */
    public record Collision(Obstacle obstacle, Tenure other) {}

    /**
     * Whether this tenure can stand beside the others at the same place. A school has one principal, one curator and
     * at most two coordinators on one day; nobody holds a role twice; nobody curates the school that he works in.
     *
     * @param sameRole   others in this role at the place
     * @param samePerson others of this person at the place
     * @param employed   whether the person is employed at the place
     */
    public Optional<Collision> collision(Collection<Tenure> sameRole, Collection<Tenure> samePerson, boolean employed) {
        if (until != null && until.isBefore(from)) {
            return Optional.of(new Collision(Obstacle.ENDS_BEFORE_IT_STARTS, null));
        }
        for (Tenure other : samePerson) {
            if (other.role == role && overlaps(other)) {
                return Optional.of(new Collision(Obstacle.ALREADY_APPOINTED, other));
            }
            if (overlaps(other) && (role == Role.CURATOR && other.isOfTheSchool() || other.role == Role.CURATOR && isOfTheSchool())) {
                return Optional.of(new Collision(Obstacle.CURATES_OWN_SCHOOL, other));
            }
        }
        if (role == Role.CURATOR && employed) {
            return Optional.of(new Collision(Obstacle.CURATES_OWN_SCHOOL, null));
        }
        List<Tenure> besides = sameRole.stream().filter(this::overlaps).toList();
        return besides.stream()
            .filter(other -> countOn(later(from, other.from), besides) >= role.atOneTime())
            .findFirst()
            .map(other -> new Collision(Obstacle.ROLE_IS_TAKEN, other));
    }

    public boolean overlaps(Tenure other) {
        return !startsAfterTheEndOf(other) && !other.startsAfterTheEndOf(this);
    }

    private boolean startsAfterTheEndOf(Tenure other) {
        return other.until != null && from.isAfter(other.until);
    }

    private boolean isOfTheSchool() {
        return role == Role.PRINCIPAL || role == Role.SCHOOL_COORDINATOR;
    }

    private static long countOn(LocalDate day, List<Tenure> tenures) {
        return tenures.stream().filter(t -> !day.isBefore(t.from) && (t.until == null || !day.isAfter(t.until))).count();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
