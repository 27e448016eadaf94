package ru.marshrut.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What may be uploaded into a slot now: one of the modules that own slots says so. */
@Component
public class OpenSlots {

    private final List<SlotRulesSource> sources;

    OpenSlots(List<SlotRulesSource> sources) {
        this.sources = sources;
    }

    /** Empty where the slot is unknown or closed. */
    public Optional<SlotRules> rulesFor(Slot slot) {
        return sources.stream().map(source -> source.rulesFor(slot)).flatMap(Optional::stream).findFirst();
    }
}
