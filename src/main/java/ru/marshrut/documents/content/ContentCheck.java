package ru.marshrut.documents.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.ContentTypes;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.shared.Refusal;

/** Decides by content whether a file may be accepted. Reads in small pieces; nothing is held in memory whole. */
@Component
public class ContentCheck implements ContentTypes {

    private final Optional<Clamd> viruses;

    ContentCheck(Optional<Clamd> viruses) {
        this.viruses = viruses;
    }

    /**
     * @param name the cleaned name, for the messages only
     * @throws Refusal when the file is empty, too large, of another type, encrypted, damaged, with macros, unpacks to
     *                 an absurd size, or holds a virus
     */
    public DocumentType check(Path file, String name, SlotRules rules) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw Refusal.of("documents.empty", name);
        }
        if (size > rules.maxBytes()) {
            throw Refusal.of("documents.tooLarge", name, rules.maxMegabytes());
        }
        Finding finding = look(file);
        DocumentType type = DocumentType.ofMediaType(finding.mediaType()).orElse(null);
        if (finding.flaw() != null && finding.mediaType().equals(Finding.OFFICE)) {
            type = rules.types().contains(DocumentType.XLSX.extension()) && !rules.types().contains(DocumentType.DOCX.extension())
                ? DocumentType.XLSX : DocumentType.DOCX;
        }
        if (type == null || !rules.types().contains(type.extension())) {
            throw Refusal.of("documents.wrongType", name, inWords(finding.mediaType()), String.join(", ", rules.sortedTypes()));
        }
        if (finding.flaw() != null) {
            throw refusal(finding, type, name);
        }
        if (viruses.isPresent()) {
            viruses.get().scan(file, name);
        }
        return type;
    }

    @Override
    public String extensionOf(Path file, String name, SlotRules rules) throws IOException {
        return check(file, name, rules).extension();
    }

    private static Finding look(Path file) throws IOException {
        String mediaType;
        FileMagic magic;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            magic = FileMagic.valueOf(in);
            mediaType = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
        }
        if (magic == FileMagic.OLE2) {
            return CompoundFile.look(file);
        }
        if (magic == FileMagic.OOXML) {
            return OfficePackage.look(file, mediaType);
        }
        return switch (mediaType) {
            case "application/pdf" -> PdfFile.look(file);
            case "application/rtf", "text/rtf" -> RtfFile.look(file);
            default -> Finding.sound(mediaType);
        };
    }

    private static Refusal refusal(Finding finding, DocumentType type, String name) {
        return switch (finding.flaw()) {
            case DAMAGED -> Refusal.of("documents.damaged", name, type.extension());
            case ENCRYPTED -> type == DocumentType.PDF ? Refusal.of("documents.encryptedPdf", name) : Refusal.of("documents.encrypted", name);
            case MACROS -> Refusal.of("documents.macros", name, type == DocumentType.DOCX ? "docx" : "xlsx");
            case BOMB -> Refusal.of("documents.bomb", name);
        };
    }

    /** The type in words: by itself, else by its family («изображение»), else as unknown. */
    private static MessageSourceResolvable inWords(String mediaType) {
        return new DefaultMessageSourceResolvable(new String[] {
            "documents.type." + mediaType,
            "documents.type." + mediaType.substring(0, mediaType.indexOf('/')),
            "documents.type.unknown"});
    }
}
