package ru.marshrut.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.Slot;

/** Documents that people bring. */
class BroughtPapers {

    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    private final Documents documents;

    BroughtPapers(Documents documents) {
        this.documents = documents;
    }

    @Transactional
    public void placeSchoolDocument(long school, int year, String kind) {
        place(SchoolDocuments.slot(school, year, kind));
    }

    @Transactional
    public void place(Slot slot) {
        try {
            documents.keep(slot, slot.kind() + ".pdf", "application/pdf", new ByteArrayInputStream(PDF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
