package ru.marshrut.documents.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Bundles;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.OpenSlots;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.Versions;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** Whoever may not see a subject gets the same answer as for one that does not exist. Each download is a fact of the audit trail. */
@RestController
@RequestMapping("/documents")
class DocumentsController {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsController.class);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Documents documents;
    private final Versions versions;
    private final Bundles bundles;
    private final OpenSlots rules;
    private final AccessPolicy access;
    private final Viewers viewers;
    private final Staff staff;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final MessageSource messages;

    DocumentsController(Documents documents, Versions versions, Bundles bundles, OpenSlots rules, AccessPolicy access,
                        Viewers viewers, Staff staff, AuditTrail audit, TransactionOperations transaction, MessageSource messages) {
        this.documents = documents;
        this.versions = versions;
        this.bundles = bundles;
        this.rules = rules;
        this.access = access;
        this.viewers = viewers;
        this.staff = staff;
        this.audit = audit;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** The request is read only after the right to upload is known (multipart requests are resolved lazily). */
    @PostMapping(path = "/{subjectType}/{subjectId}/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> upload(@PathVariable String subjectType, @PathVariable String subjectId, @PathVariable String kind,
                                    MultipartHttpServletRequest request) {
        Slot slot = new Slot(subjectType, subjectId, kind);
        requireMayChange(slot);
        SlotRules allowed = rules.rulesFor(slot).orElseThrow(() -> Refusal.of("documents.slotClosed"));
        List<MultipartFile> files = request.getMultiFileMap().values().stream().flatMap(List::stream)
            .filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()).toList();
        if (files.isEmpty()) {
            throw Refusal.of("documents.noFile");
        }
        List<StoredDocument> accepted = new ArrayList<>();
        List<Uploaded.Problem> problems = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            try (InputStream content = file.getInputStream()) {
                accepted.add(documents.accept(slot, allowed, name, content));
            } catch (Refusal refusal) {
                problems.add(new Uploaded.Problem(name, messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN)));
            } catch (IOException e) {
                LOG.error("could not store an upload into {}", slot, e);
                problems.add(new Uploaded.Problem(name, messages.getMessage("documents.storageFailed", new Object[] {name}, RUSSIAN)));
            }
        }
        return ResponseEntity.status(accepted.isEmpty() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK)
            .body(new Uploaded(views(accepted), problems));
    }

    /** The slot's files and what may be uploaded into it by this viewer. */
    @GetMapping("/{subjectType}/{subjectId}/{kind}")
    SlotView slot(@PathVariable String subjectType, @PathVariable String subjectId, @PathVariable String kind) {
        Slot slot = new Slot(subjectType, subjectId, kind);
        requireMayRead(slot);
        SlotView.Rules open = access.mayChange(viewers.current(), subjectType, subjectId)
            ? rules.rulesFor(slot).map(SlotView.Rules::of).orElse(null) : null;
        return new SlotView(views(documents.in(slot)), open);
    }

    @GetMapping("/{subjectType}/{subjectId}")
    List<DocumentView> list(@PathVariable String subjectType, @PathVariable String subjectId) {
        requireMayRead(new Slot(subjectType, subjectId, ""));
        return views(documents.of(subjectType, subjectId));
    }

    @GetMapping("/{subjectType}/{subjectId}.zip")
    void bundle(@PathVariable String subjectType, @PathVariable String subjectId, HttpServletResponse response) throws IOException {
        requireMayRead(new Slot(subjectType, subjectId, ""));
        record("documents.bundleDownloaded", new Subject(subjectType, subjectId), Map.of());
        response.setContentType("application/zip");
        attachment(messages.getMessage("documents.bundle.fileName", null, RUSSIAN))
            .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        bundles.write(List.of(new Bundles.Part("", subjectType, subjectId)), response.getOutputStream());
    }

    /** A file that a person took out of its slot stays readable for those who may change the slot, or were given the file itself. */
    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<InputStreamResource> download(@PathVariable long id) throws IOException {
        Versions.Version version = versions.version(id);
        StoredDocument document = version.document();
        Slot slot = document.slot();
        if (!access.mayRead(viewers.current(), Documents.FILE, String.valueOf(id))) {
            requireMayRead(slot);
            if (version.removal() != null && version.removal().by() != null) {
                requireMayChange(slot);
            }
        }
        InputStream content = documents.open(id);
        record("documents.downloaded", new Subject(slot.subjectType(), slot.subjectId()),
            Map.of("document", id, "name", document.fileName()));
        return ResponseEntity.ok()
            .headers(attachment(document.fileName()))
            .contentType(MediaType.parseMediaType(document.mediaType()))
            .contentLength(document.size())
            .body(new InputStreamResource(content));
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @RequestParam(required = false) String reason) {
        Slot slot = documents.document(id).slot();
        requireMayChange(slot);
        if (rules.rulesFor(slot).isEmpty()) {
            throw Refusal.of("documents.slotClosed");
        }
        documents.remove(id, reason == null || reason.isBlank() ? null : reason.strip());
    }

    private void requireMayRead(Slot slot) {
        if (!access.mayRead(viewers.current(), slot.subjectType(), slot.subjectId())) {
            throw new NotYours(slot.subjectType(), slot.subjectId());
        }
    }

    private void requireMayChange(Slot slot) {
        Viewer viewer = viewers.current();
        if (!access.mayChange(viewer, slot.subjectType(), slot.subjectId())) {
            throw new NotYours(slot.subjectType(), slot.subjectId());
        }
    }

    private void record(String fact, Subject subject, Map<String, ?> parameters) {
        transaction.executeWithoutResult(status -> audit.record(fact, subject, parameters));
    }

    private List<DocumentView> views(List<StoredDocument> stored) {
        Map<Long, String> authors = staff.people(stored.stream().map(StoredDocument::authorId).filter(Objects::nonNull).distinct().toList())
            .values().stream().collect(toMap(Person::id, Person::fullName));
        return stored.stream().map(document -> DocumentView.of(document, authors.get(document.authorId()))).toList();
    }

    /** The browser saves the file and never shows it as a page of ours, whatever is in it. */
    private static HttpHeaders attachment(String fileName) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl("private, no-store");
        return headers;
    }
}
