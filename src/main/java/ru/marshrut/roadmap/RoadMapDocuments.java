package ru.marshrut.roadmap;

import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.persistence.RoadMapRows;

/**
 * Who reads the orders that road maps were imported from: whoever sees the road map; that of a version that is not approved yet
 * only who prepares it. They are uploaded by the import only. A resource's id is {@code <road map>-<version>}.
 */
@Component
class RoadMapDocuments implements ResourcePolicy {

    private final RoadMapRows roadMaps;
    private final RoadMapAccess access;

    /** @param access lazily, since the access policy asks this one */
    RoadMapDocuments(RoadMapRows roadMaps, @Lazy RoadMapAccess access) {
        this.roadMaps = roadMaps;
        this.access = access;
    }

    @Override
    public String resourceType() {
        return RoadMapAccess.SUBJECT;
    }

    @Override
    public boolean mayRead(Viewer viewer, String id) {
        return roadMap(id).filter(map -> access.coordinates(map, viewer)
            || version(id) <= roadMaps.approvedVersions(map.id()) && access.sees(map, viewer)).isPresent();
    }

    @Override
    public boolean mayChange(Viewer viewer, String id) {
        return roadMap(id).filter(map -> access.coordinates(map, viewer)).isPresent();
    }

    private Optional<RoadMap> roadMap(String id) {
        return id.matches("\\d{1,18}-\\d{1,9}") ? roadMaps.find(Long.parseLong(id.substring(0, id.indexOf('-')))) : Optional.empty();
    }

    private static int version(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
