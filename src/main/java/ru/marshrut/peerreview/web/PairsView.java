package ru.marshrut.peerreview.web;

import java.util.List;
import ru.marshrut.peerreview.pairing.Cost;

/**
 * The pairing of a round as it stands, in words.
 *
 * @param circles    those that need attention first
 * @param cost       of all circles together; null while there are none
 * @param violations hard rules that the circles break
 * @param collisions why there is no valid pairing; empty where there is one
 */
record PairsView(State state, List<CircleLine> circles, Cost cost, boolean canBeApproved, List<ViolationLine> violations,
                 List<Collided> collisions) {

    /** PROPOSING: the application is at work; TO_APPROVE and TO_FIX: the coordinator's turn. */
    enum State { PROPOSING, TO_APPROVE, TO_FIX }

    /** @param cost null where the schools make no circle yet, as with one school alone */
    record CircleLine(List<SchoolName> schools, List<RelationLine> relations, List<String> reasons, Cost cost, boolean needsConsent,
                      List<ViolationLine> violations) {

        boolean needsAttention() {
            return needsConsent || !violations.isEmpty() || cost == null;
        }

        /** What is broken and is not told by the form for the consent. */
        public List<ViolationLine> broken() {
            return violations.stream().filter(violation -> !violation.curedByConsent()).toList();
        }

        public String municipalities() {
            return schools.stream().map(SchoolName::municipality).distinct().collect(java.util.stream.Collectors.joining(", "));
        }

        public boolean isPair() {
            return schools.size() == 2;
        }

        boolean names(String part) {
            return schools.stream().anyMatch(school -> school.name().toLowerCase(java.util.Locale.ROOT).contains(part));
        }
    }

    /** Two schools that are partners, and why. */
    record RelationLine(SchoolName first, SchoolName second, List<String> reasons, Cost cost, boolean needsConsent, boolean repeatsLastYear) {}

    /** @param curedByConsent the coordinator's recorded consent is all that is missing */
    record ViolationLine(String text, List<Long> schools, boolean curedByConsent) {}

    record Collided(String statement, List<SchoolName> schools, List<String> rules) {}

    /** The same with only those circles that have a school with this in its name. */
    List<CircleLine> found(String part) {
        String wanted = part.strip().toLowerCase(java.util.Locale.ROOT);
        return wanted.isEmpty() ? circles : circles.stream().filter(circle -> circle.names(wanted)).toList();
    }
}
