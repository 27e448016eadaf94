package ru.marshrut.peerreview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.report.FinalFileWriter;
import ru.marshrut.territory.Territory;

/** Makes the final file «Взаимоэкспертиза» of each side; made again, it becomes the next version. */
@Service
@Transactional
public class FinalFiles {

    private final CircleRows circles;
    private final Papers papers;
    private final Documents documents;
    private final Territory territory;
    private final AuditTrail audit;
    private final FinalFileWriter writer;

    FinalFiles(CircleRows circles, Papers papers, Documents documents, Territory territory, AuditTrail audit, MessageSource messages) {
        this.circles = circles;
        this.papers = papers;
        this.documents = documents;
        this.territory = territory;
        this.audit = audit;
        this.writer = new FinalFileWriter(messages);
    }

    public void make(long circleId) {
        Circle circle = circles.lock(circleId);
        circle.active().forEach(side -> make(circle, side));
    }

    /** After a form was sent back: only where the files are there already, else they are made later anyway. */
    public void remake(long circleId) {
        Circle circle = circles.lock(circleId);
        circle.active().stream().filter(side -> side.finalDocumentId() != null).forEach(side -> make(circle, side));
    }

    private void make(Circle circle, Side side) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(); // some ten kilobytes of text
        try {
            writer.write(papers.finalFile(circle, side.schoolId()), file);
            StoredDocument stored = documents.keep(PackageKinds.finalFile(circle.id(), side.schoolId()), writer.fileName(),
                FinalFileWriter.MEDIA_TYPE, new ByteArrayInputStream(file.toByteArray()));
            circles.keepFinalFile(circle.id(), side.schoolId(), stored.id(), stored.storedAt());
        } catch (IOException e) {
            throw new UncheckedIOException("final file of circle " + circle.id() + ", school " + side.schoolId(), e);
        }
        audit.record("peerreview.finalFileMade", Exchange.subject(circle.id()), Map.of("school", territory.school(side.schoolId()).name()));
    }
}
