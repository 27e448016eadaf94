package ru.marshrut.schoolyear.programme;

import java.util.Set;

/**
 * A row of the programme that is being prepared.
 *
 * @param id stays the same in all versions
 */
public record ProgrammeRow(long id, ProgrammeText text, ProgrammeSpan span) {

    public Set<Remark> remarks() {
        return Remark.of(text, span);
    }
}
