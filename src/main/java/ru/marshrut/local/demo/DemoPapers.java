package ru.marshrut.local.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.local.Words;
import ru.marshrut.peerreview.PackageKinds;

/** Documents of made schools: short, but real files that pass the checks. */
@Component
@Profile("local")
class DemoPapers {

    private final Documents documents;

    DemoPapers(Documents documents) {
        this.documents = documents;
    }

    /** A document of the kind that belongs into the slot. */
    @Transactional
    void upload(Slot slot) {
        boolean ofSchool = PackageKinds.ALL.contains(slot.kind());
        upload(slot, Words.of("local.demo.paper." + (ofSchool ? slot.kind() : "evidence"), Map.of()), "");
    }

    @Transactional
    void upload(Slot slot, String title, String about) {
        try {
            documents.accept(slot, SlotRules.PUBLISHED, title + ".docx", paper(title, about));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream paper(String title, String about) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(title);
            document.createParagraph().createRun().setText(about);
            document.createParagraph().createRun().setText(Words.of("local.demo.paper.text", Map.of()));
            document.write(file);
        }
        return new ByteArrayInputStream(file.toByteArray());
    }
}
