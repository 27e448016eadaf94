package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schools that take part, and who holds the roles of the programme at them and in their municipalities.
 *
 * @param assumed whether for some region all schools are taken, since it had told nothing of the year's participants
 */
public record Participants(List<Participant> schools, List<Holder> holders, boolean assumed) {

    public record Participant(long schoolId, long municipalityId, long regionId) {}

    /** @param since first day of the appointment */
    public record Holder(Role role, long personId, Place place, LocalDate since) {}

    public Participants {
        schools = List.copyOf(schools);
        holders = List.copyOf(holders);
    }

    public List<Holder> holding(Role role) {
        return holders.stream().filter(holder -> holder.role() == role).toList();
    }

    public Collection<Long> schoolIds() {
        return schools.stream().map(Participant::schoolId).toList();
    }

    public Set<Long> municipalities() {
        return schools.stream().map(Participant::municipalityId).collect(Collectors.toSet());
    }
}
