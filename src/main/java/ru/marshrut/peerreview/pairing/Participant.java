package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import java.util.Set;

/**
 * A school of the round, with what the pairing rules look at.
 *
 * @param riskDirections codes of the risk directions that are activated for the school this year
 * @param curatorIds     persons that hold the school as curators; empty where the school has none (seed 002)
 * @param staffIds       persons employed in the school; a curator of another school may be among them (seed 002, 2.2)
 */
public record Participant(long schoolId, String schoolName, long municipalityId, String municipalityName,
                          Settlement settlement, Set<String> riskDirections, Set<Long> curatorIds,
                          Set<Long> staffIds) {

    public Participant {
        riskDirections = Set.copyOf(riskDirections);
        curatorIds = Set.copyOf(curatorIds);
        staffIds = Set.copyOf(staffIds);
    }
}
