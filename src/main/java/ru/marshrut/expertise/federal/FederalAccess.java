package ru.marshrut.expertise.federal;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Federal results and their letters are the region's and of those above it: read by all of them, written by its coordinator. */
@Configuration
public class FederalAccess {

    /** Type of the audit's subject and of the letters' resource; its id is {@link FederalKey#id}. */
    static final String TYPE = "federal-result";
    private static final String LETTER = "letter";

    private final AccessPolicy policy;
    private final Territory territory;

    /** @param policy lazily, since it asks the policy of the letters */
    FederalAccess(@Lazy AccessPolicy policy, Territory territory) {
        this.policy = policy;
        this.territory = territory;
    }

    public static Slot letter(FederalKey key) {
        return new Slot(TYPE, key.id(), LETTER);
    }

    public boolean writes(Viewer viewer, long regionId) {
        return exists(regionId) && policy.mayCoordinate(viewer, Place.region(regionId));
    }

    public void requireReading(Viewer viewer, FederalKey key) {
        if (!reads(viewer, key)) {
            throw new NotYours(TYPE, key.id());
        }
    }

    void requireWriting(Viewer viewer, FederalKey key) {
        if (!writes(viewer, key.regionId())) {
            throw new NotYours(TYPE, key.id());
        }
    }

    private boolean reads(Viewer viewer, FederalKey key) {
        return exists(key.regionId()) && policy.maySee(viewer, Place.region(key.regionId()));
    }

    private boolean exists(long regionId) {
        try {
            territory.region(regionId);
            return true;
        } catch (NoSuchElementException unknown) {
            return false;
        }
    }

    @Bean
    ResourcePolicy federalLetterPolicy() {
        return ResourcePolicy.of(TYPE,
            (viewer, id) -> FederalKey.parse(id).filter(key -> reads(viewer, key)).isPresent(),
            (viewer, id) -> FederalKey.parse(id).filter(key -> writes(viewer, key.regionId())).isPresent());
    }

    @Bean
    SlotRulesSource federalLetterRules() {
        return slot -> slot.subjectType().equals(TYPE) && slot.kind().equals(LETTER) ? Optional.of(SlotRules.PUBLISHED) : Optional.empty();
    }

    @Bean
    SubjectPlace federalSubjects() {
        return subject -> subject.type().equals(TYPE) ? FederalKey.parse(subject.id()).map(key -> Place.region(key.regionId())) : Optional.empty();
    }
}
