package ru.marshrut.access;

import java.time.ZoneId;
import ru.marshrut.territory.Region;

/** Who is looking. */
public interface Viewers {

    /** Zone by which the federation's people count their days. */
    ZoneId FEDERATION_ZONE = Region.FEDERATION_ZONE;

    /** @return the person who has signed in; throws {@link IllegalStateException} when nobody has */
    Viewer current();

    /** A person, with what he holds today by the calendar of his region. */
    Viewer of(long personId);
}
