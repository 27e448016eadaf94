package ru.marshrut.expertise;

import java.util.List;
import java.util.Optional;

/**
 * A version of the criteria by which a monitoring stage is scored. A published one never changes, so that a given score never does.
 *
 * @param declaredContent        maximum of the part that the source declares, in points; null where it declares none
 * @param declaredOrganisational the same for the organisational part
 */
public record Rubric(long id, String code, int version, String title, int stage, Integer declaredContent, Integer declaredOrganisational,
                     String source, boolean published, List<Criterion> criteria) {

    public List<Criterion> of(Part part) {
        return criteria.stream().filter(criterion -> criterion.part() == part).toList();
    }

    public Criterion criterion(long id) {
        return criteria.stream().filter(criterion -> criterion.id() == id).findFirst().orElseThrow();
    }

    /** Points that the criteria of a part add up to. */
    public int itemised(Part part) {
        return of(part).stream().mapToInt(Criterion::maximum).sum();
    }

    public Optional<Integer> declared(Part part) {
        return Optional.ofNullable(part == Part.CONTENT ? declaredContent : declaredOrganisational);
    }

    /** Whether the source declares more points than its criteria add up to: shown wherever a total is, never rescaled. */
    public boolean isIncomplete(Part part) {
        return declared(part).filter(declared -> declared > itemised(part)).isPresent();
    }
}
