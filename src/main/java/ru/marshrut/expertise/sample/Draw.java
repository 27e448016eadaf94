package ru.marshrut.expertise.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.SampleRule;

/**
 * How a sample is drawn: in each municipality by itself, at least one school of each.
 *
 * @param size percent for {@link SampleRule#SHARE}, schools of each municipality for {@link SampleRule#COUNT}
 */
public record Draw(long seed, SampleRule rule, int size) {

    public static Draw of(Expertise expertise) {
        return new Draw(expertise.seed(), expertise.sampleRule(), expertise.sampleSize());
    }

    /** The schools that are drawn; the order of the candidates does not matter. */
    public Set<Long> among(Collection<Candidate> candidates) {
        return candidates.stream().collect(groupingBy(Candidate::municipalityId)).values().stream()
            .flatMap(there -> inOrder(there).stream().limit(quota(there.size()))).map(Lot::schoolId).collect(toSet());
    }

    /** The lots, the first to be drawn first. */
    public List<Lot> inOrder(Collection<Candidate> candidates) {
        return candidates.stream().map(candidate -> Lot.of(seed, candidate)).sorted(Lot.ORDER).toList();
    }

    /** How many of so many schools of one municipality are drawn; a share is rounded up. */
    public int quota(int schools) {
        long wanted = rule == SampleRule.SHARE ? ((long) schools * size + 99) / 100 : size;
        return (int) Math.min(schools, Math.max(1, wanted));
    }
}
