package ru.marshrut.schoolyear;

import java.util.Collection;
import java.util.Map;
import ru.marshrut.access.Viewer;

/** What waits to be read in the conversations about schools' years, for pages that show many schools. */
public interface Conversations {

    /** Messages of others that the viewer has not read, in all running years of schools that he works in, curates or coordinates. */
    int unread(Viewer viewer);

    /** The same for each of these years; one without unread messages, or that the viewer does not take part in, is absent. */
    Map<Long, Integer> unread(Viewer viewer, Collection<Long> yearIds);
}
