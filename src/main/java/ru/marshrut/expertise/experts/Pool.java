package ru.marshrut.expertise.experts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.marshrut.expertise.SchoolCheck;

/**
 * Everybody who can be given schools of an expertise, and what stands in the way.
 *
 * @param bars  by school, then by person; who is not named is free
 * @param loads by person: schools of this expertise
 */
public record Pool(List<Expert> experts, Map<Long, Map<Long, Set<Bar>>> bars, Map<Long, Integer> loads) {

    public Set<Bar> bars(long schoolId, long personId) {
        return bars.getOrDefault(schoolId, Map.of()).getOrDefault(personId, Set.of());
    }

    public int load(long personId) {
        return loads.getOrDefault(personId, 0);
    }

    public Optional<Expert> expert(long personId) {
        return experts.stream().filter(expert -> expert.personId() == personId).findFirst();
    }

    /** Who may check a school besides those who do, the least loaded first; of equal ones who was entered first. */
    public List<Expert> allowed(long schoolId, Collection<SchoolCheck> checks) {
        return experts.stream().filter(expert -> bars(schoolId, expert.personId()).isEmpty())
            .filter(expert -> checks.stream().noneMatch(check -> check.expertId() != null && check.expertId() == expert.personId()))
            .sorted(Comparator.<Expert>comparingInt(expert -> load(expert.personId())).thenComparingLong(Expert::personId)).toList();
    }

    /** Whether the expert of a check must not have it: he is no expert any more, or barred. */
    public boolean mustBeReassigned(long schoolId, SchoolCheck check) {
        return !check.isDone() && check.expertId() != null && (expert(check.expertId()).isEmpty() || !bars(schoolId, check.expertId()).isEmpty());
    }
}
