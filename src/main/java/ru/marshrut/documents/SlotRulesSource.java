package ru.marshrut.documents;

import java.util.Optional;

/** Implemented by a module that owns slots: says what may be uploaded into them now. */
public interface SlotRulesSource {

    /** @return the rules, or empty where the slot is not known here or closed for uploads */
    Optional<SlotRules> rulesFor(Slot slot);
}
