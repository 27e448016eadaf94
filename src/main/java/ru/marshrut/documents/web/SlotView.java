package ru.marshrut.documents.web;

import java.util.List;
import ru.marshrut.documents.SlotRules;

/**
 * A slot as the browser gets it.
 *
 * @param rules what may be uploaded, or null where the slot is closed or the viewer may only read
 */
record SlotView(List<DocumentView> files, Rules rules) {

    record Rules(int maxFiles, long maxBytes, List<String> types) {

        static Rules of(SlotRules rules) {
            return new Rules(rules.maxFiles(), rules.maxBytes(), rules.sortedTypes());
        }
    }
}
