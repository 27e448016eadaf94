package ru.marshrut.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import ru.marshrut.access.Viewer;

/** People whom mail does not reach, for those who can put that right. */
public interface Incidents {

    /** Unsettled incidents of the people whom the viewer coordinates or administers, the newest first. */
    List<MailIncident> openFor(Viewer viewer);

    /** Those of the people whose address is refused, and that address. */
    Map<Long, String> refusedAmong(Collection<Long> personIds);

    /**
     * Settles the incident: the person's undelivered letters go out again, to the address that is known now. Throws
     * {@link ru.marshrut.shared.NotYours} when the incident is not among {@link #openFor}.
     */
    void sendAgain(long incidentId, Viewer viewer);
}
