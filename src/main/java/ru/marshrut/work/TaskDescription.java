package ru.marshrut.work;

/**
 * What a new task is about, told by the module that owns its process.
 *
 * @param title       what to do, in Russian
 * @param context     with whom or about what, in Russian, such as the partner's name; may be empty
 * @param regionId    region that the work belongs to
 * @param schoolId    school that it is about, or null
 * @param responsible whose turn it is
 * @param due         or null where there is no date
 * @param onlyFor     the one person who may do it, in the role that is named, or whoever stands in for him; null: whoever holds the role
 */
public record TaskDescription(String title, String context, long regionId, Long schoolId, Responsible responsible, Due due, Long onlyFor) {

    public TaskDescription(String title, String context, long regionId, Long schoolId, Responsible responsible, Due due) {
        this(title, context, regionId, schoolId, responsible, due, null);
    }
}
