package ru.marshrut.peerreview.pairing;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that the pairing of a round depends on. The order of the given collections does not matter: schools are
 * kept by id, so that the same input always gives the same circles.
 * Pairs that name a school outside of the round are ignored, except in {@code fixed}, where they are answered as a
 * collision.
 *
 * @param participants   schools of the round, each once
 * @param directionNames Russian names of the risk directions by code
 * @param curatorNames   names of the curators by person id, for the reasons
 * @param lastYear       partners of last year (of a circle of three: each of its three pairs)
 * @param conflicts      declared conflicts of interest
 * @param consents       pairs for which the coordinator's consent to «the other's curator works in the partner» is
 *                       recorded
 * @param fixed          circles of two or three schools that the coordinator wants kept
 * @param forbidden      pairs that the coordinator does not want
 */
public record PairingInput(List<Participant> participants, Map<String, String> directionNames,
                           Map<Long, String> curatorNames, Set<SchoolPair> lastYear,
                           List<DeclaredConflict> conflicts, Set<SchoolPair> consents, List<Set<Long>> fixed,
                           Set<SchoolPair> forbidden, Weights weights) {

    public PairingInput {
        participants = participants.stream().sorted(Comparator.comparingLong(Participant::schoolId)).toList();
        if (participants.stream().map(Participant::schoolId).distinct().count() != participants.size()) {
            throw new IllegalArgumentException("a school takes part once: "
                    + participants.stream().map(Participant::schoolId).toList());
        }
        directionNames = Map.copyOf(directionNames);
        curatorNames = Map.copyOf(curatorNames);
        lastYear = Set.copyOf(lastYear);
        conflicts = conflicts.stream()
                .sorted(Comparator.comparingLong((DeclaredConflict conflict) -> conflict.schools().first())
                        .thenComparingLong(conflict -> conflict.schools().second())
                        .thenComparing(DeclaredConflict::reason))
                .toList();
        consents = Set.copyOf(consents);
        fixed = fixed.stream().map(TreeSet::new).distinct()
                .sorted(Comparator.comparing(TreeSet::toString))
                .<Set<Long>>map(Collections::unmodifiableSet)
                .toList();
        forbidden = Set.copyOf(forbidden);
    }

    /** The same input with more forbidden pairs. */
    PairingInput alsoForbidding(Set<SchoolPair> pairs) {
        Set<SchoolPair> all = new HashSet<>(forbidden);
        all.addAll(pairs);
        return new PairingInput(participants, directionNames, curatorNames, lastYear, conflicts, consents, fixed, all,
                weights);
    }
}
