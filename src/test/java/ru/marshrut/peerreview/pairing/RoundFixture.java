package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A round in the making, in the words of the domain; schools are called «Школа 1», «Школа 2» and so on. */
final class RoundFixture {

    private final List<Participant> schools = new ArrayList<>();
    private final Map<Long, String> curators = new HashMap<>();
    private final Set<SchoolPair> lastYear = new HashSet<>();
    private final List<DeclaredConflict> conflicts = new ArrayList<>();
    private final Set<SchoolPair> consents = new HashSet<>();
    private final List<Set<Long>> fixed = new ArrayList<>();
    private final Set<SchoolPair> forbidden = new HashSet<>();
    private Weights weights = Weights.standard();

    static RoundFixture aRound() {
        return new RoundFixture();
    }

    /** Schools 1 to n, alike in everything that is preferred. */
    static RoundFixture aRoundOf(int count) {
        RoundFixture round = new RoundFixture();
        for (int id = 1; id <= count; id++) {
            round.school(id, 1, Settlement.VILLAGE, Set.of("motivation"), Set.of(), Set.of());
        }
        return round;
    }

    /** A region as it could be: municipalities of some eight schools, one to four directions each, curators of two. */
    static RoundFixture aRegionOf(int count, long seed) {
        Random random = new Random(seed);
        RoundFixture round = new RoundFixture();
        List<Long> lastYearOrder = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            Set<String> directions = new HashSet<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                directions.add("direction" + random.nextInt(10));
            }
            long curator = 10_000 + random.nextInt(count / 2 + 1);
            Set<Long> staff = random.nextInt(3) == 0 ? Set.of(10_000L + random.nextInt(count / 2 + 1)) : Set.of();
            round.school(id, 1 + random.nextInt(count / 8 + 1), Settlement.values()[random.nextInt(3)], directions,
                    random.nextInt(10) == 0 ? Set.of() : Set.of(curator), staff);
            lastYearOrder.add((long) id);
        }
        Collections.shuffle(lastYearOrder, random);
        for (int i = 0; i + 1 < count; i += 2) {
            round.partnersLastYear(lastYearOrder.get(i), lastYearOrder.get(i + 1));
        }
        return round;
    }

    /** A region with most schools in its capital, many directions each and curators of six: good pairs are contested. */
    static RoundFixture aCrowdedRegionOf(int count, long seed) {
        Random random = new Random(seed);
        RoundFixture round = new RoundFixture();
        for (int id = 1; id <= count; id++) {
            Set<String> directions = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                if (random.nextBoolean()) {
                    directions.add("direction" + i);
                }
            }
            round.school(id, random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(3),
                    Settlement.values()[random.nextInt(3)], directions,
                    Set.of(10_000L + random.nextInt(count / 6)), Set.of(10_000L + random.nextInt(count / 6)));
        }
        return round.weights(7, 31, 13);
    }

    RoundFixture school(long id, long municipality, Settlement settlement, Set<String> directions,
                        Set<Long> curatorIds, Set<Long> staffIds) {
        return school(new Participant(id, "Школа " + id, municipality, "Район " + municipality, settlement,
                directions, curatorIds, staffIds));
    }

    RoundFixture school(Participant school) {
        schools.add(school);
        school.curatorIds().forEach(curator -> curators.putIfAbsent(curator, "Куратор " + curator));
        return this;
    }

    RoundFixture curatorHolds(long curator, long... schoolIds) {
        for (long id : schoolIds) {
            schools.replaceAll(school -> school.schoolId() != id ? school : new Participant(id, school.schoolName(),
                    school.municipalityId(), school.municipalityName(), school.settlement(), school.riskDirections(),
                    Set.of(curator), school.staffIds()));
        }
        curators.put(curator, "Куратор " + curator);
        return this;
    }

    RoundFixture worksIn(long person, long schoolId) {
        schools.replaceAll(school -> school.schoolId() != schoolId ? school : new Participant(schoolId,
                school.schoolName(), school.municipalityId(), school.municipalityName(), school.settlement(),
                school.riskDirections(), school.curatorIds(), Set.of(person)));
        return this;
    }

    RoundFixture curatorCalled(long curator, String name) {
        curators.put(curator, name);
        return this;
    }

    RoundFixture partnersLastYear(long one, long other) {
        lastYear.add(SchoolPair.of(one, other));
        return this;
    }

    RoundFixture conflict(long one, long other, String reason) {
        conflicts.add(new DeclaredConflict(SchoolPair.of(one, other), reason));
        return this;
    }

    RoundFixture consent(long one, long other) {
        consents.add(SchoolPair.of(one, other));
        return this;
    }

    RoundFixture fixed(Long... schoolIds) {
        fixed.add(Set.of(schoolIds));
        return this;
    }

    RoundFixture forbidden(long one, long other) {
        forbidden.add(SchoolPair.of(one, other));
        return this;
    }

    /** Of all pairs only these are left. */
    RoundFixture onlyAdmissible(SchoolPair... pairs) {
        for (Participant one : schools) {
            for (Participant other : schools) {
                if (one.schoolId() < other.schoolId()) {
                    SchoolPair pair = SchoolPair.of(one.schoolId(), other.schoolId());
                    if (!List.of(pairs).contains(pair)) {
                        forbidden.add(pair);
                    }
                }
            }
        }
        return this;
    }

    RoundFixture weights(int commonDirection, int otherMunicipality, int sameSettlement) {
        weights = new Weights(commonDirection, otherMunicipality, sameSettlement);
        return this;
    }

    PairingInput input() {
        Map<String, String> names = new HashMap<>(Map.of("motivation", "Низкая учебная мотивация"));
        for (int i = 0; i < 10; i++) {
            names.put("direction" + i, "Направление " + i);
        }
        return new PairingInput(schools, names, curators, lastYear, conflicts, consents, fixed, forbidden, weights);
    }

    PairingInput inputInAnotherOrder(Random random) {
        Collections.shuffle(schools, random);
        Collections.shuffle(conflicts, random);
        Collections.shuffle(fixed, random);
        return input();
    }

    Pairing pairing() {
        return new Pairing(input());
    }

    Proposal proposal() {
        return (Proposal) pairing().propose();
    }

    List<Collision> collisions() {
        return ((Infeasible) pairing().propose()).collisions();
    }

    static List<List<Long>> ids(Proposal proposal) {
        return proposal.circles().stream().map(Circle::schoolIds).toList();
    }
}
