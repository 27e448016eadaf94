package ru.marshrut.schoolyear.profile;

import java.util.List;
import java.util.OptionalDouble;

/** Who took part in a school's survey, in the order of the groups; shares are counted, never typed in. */
public record Survey(List<Group> groups) {

    /**
     * @param invited  people of the group, or null while it is not reported
     * @param answered how many of them took part, or null
     */
    public record Group(String code, String name, Integer invited, Integer answered) {

        /** From 0 to 1; empty where there is nobody in the group: nothing of nothing is neither all nor none. */
        public OptionalDouble share() {
            return Survey.share(answered == null ? 0 : answered, invited == null ? 0 : invited);
        }
    }

    public boolean isReported() {
        return groups.stream().anyMatch(group -> group.invited() != null);
    }

    public int invited() {
        return groups.stream().filter(group -> group.invited() != null).mapToInt(Group::invited).sum();
    }

    public int answered() {
        return groups.stream().filter(group -> group.answered() != null).mapToInt(Group::answered).sum();
    }

    /** Of the whole school. */
    public OptionalDouble share() {
        return share(answered(), invited());
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
