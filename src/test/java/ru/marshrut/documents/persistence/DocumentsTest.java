package ru.marshrut.documents.persistence;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Bundles;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.DocumentsApplication;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.TestSlots;
import ru.marshrut.documents.Versions;
import ru.marshrut.shared.Refusal;

@DocumentsApplication
class DocumentsTest {

    @Autowired Documents documents;
    @Autowired Versions versions;
    @Autowired Bundles bundles;
    @Autowired Orphans orphans;
    @Autowired AuditTrail audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Value("${marshrut.documents.folder}") Path folder;

    final Slot slot = new Slot(TestSlots.FOLDER, "1-" + UUID.randomUUID(), "antiriskProgramme");

    @Test
    void keepsWhatWasAcceptedWithItsSizeAndChecksumAndTellsTheAuditTrail() throws Exception {
        byte[] content = SampleFiles.docx();

        StoredDocument document = accept("C:\\план\\Программа.docx", content);

        assertThat(document.fileName()).isEqualTo("Программа.docx");
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.size()).isEqualTo(content.length);
        assertThat(document.sha256()).isEqualTo(java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(document.mediaType()).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        try (InputStream in = documents.open(document.id())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(documents.in(slot)).containsExactly(document);
        assertThat(documents.of(slot.subjectType(), slot.subjectId())).containsExactly(document);
        assertThat(facts()).containsExactly("Загружен файл «Программа.docx», версия 1");
    }

    @Test
    void aRemovedFileLeavesItsSlotButNotItsHistory() throws Exception {
        StoredDocument first = accept("план.pdf", SampleFiles.pdf());

        documents.remove(first.id(), "не тот год");
        documents.remove(first.id(), "ещё раз");
        StoredDocument second = accept("план.pdf", SampleFiles.pdf());

        assertThat(documents.in(slot)).containsExactly(second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(versions.of(slot)).extracting(version -> version.document().version()).containsExactly(1, 2);
        assertThat(versions.version(first.id()).removal().reason()).isEqualTo("не тот год");
        try (InputStream in = documents.open(first.id())) {
            assertThat(in.readAllBytes()).isEqualTo(SampleFiles.pdf());
        }
        assertThat(audit.about(new Subject(slot.subjectType(), slot.subjectId()))).extracting(AuditEntry::reason)
            .containsExactly(null, "не тот год", null);
    }

    @Test
    void whatTheSystemMakesAnewReplacesWhatItMadeBefore() throws Exception {
        StoredDocument first = keep("итог 1");
        StoredDocument second = keep("итог 2");
        assertThat(second.authorId()).isNull();
        assertThat(documents.in(slot)).containsExactly(second);
        assertThat(versions.version(first.id()).removal().by()).isNull();
        try (InputStream in = documents.open(first.id())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("итог 1");
        }
    }

    @Test
    void aDocumentCannotBeOverwrittenEvenBySql() throws Exception {
        StoredDocument document = accept("план.pdf", SampleFiles.pdf());
        assertThatThrownBy(() -> jdbc.sql("update document set sha256 = 'x' where id = ?").param(document.id()).update())
            .isInstanceOf(DataAccessException.class).hasMessageContaining("never overwritten");
        assertThatThrownBy(() -> jdbc.sql("delete from document where id = ?").param(document.id()).update())
            .isInstanceOf(DataAccessException.class).hasMessageContaining("never overwritten");
    }

    @Test
    void manyUploadsAtOnceGetThreePlacesAndThreeVersions() throws Exception {
        byte[] pdf = SampleFiles.pdf();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> uploads = IntStream.range(0, 12).<Callable<String>>mapToObj(i -> () -> {
                try {
                    return "version " + accept(i + ".pdf", pdf).version();
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            }).collect(toList());
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (var answer : people.invokeAll(uploads)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            assertThat(answers).containsOnly(Map.entry("version 1", 1), Map.entry("version 2", 1), Map.entry("version 3", 1),
                Map.entry("documents.tooMany", 9));
        } finally {
            people.shutdown();
        }
        assertThat(documents.in(slot)).hasSize(3);
    }

    @Test
    void stopsReadingRightAfterTheLimit() throws Exception {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 1;
            }
        };
        List<Path> before = incoming();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> documents.accept(slot, new SlotRules(3, 100_000, SlotRules.PUBLISHED.types()),
            "план.pdf", endless));
        assertThat(refusal.code()).isEqualTo("documents.tooLarge");
        assertThat(read[0]).isEqualTo(100_001);
        assertThat(incoming()).isEqualTo(before);
        assertThat(documents.in(slot)).isEmpty();
    }

    @Test
    void aRollbackLeavesAnOrphanThatIsSweptWhenItIsOld() throws Exception {
        StoredDocument kept = accept("план.pdf", SampleFiles.pdf());
        List<Path> before = contents();
        transaction.executeWithoutResult(status -> {
            try {
                documents.keep(slot, "итог.docx", "application/octet-stream", new ByteArrayInputStream(new byte[] {1}));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            status.setRollbackOnly();
        });
        List<Path> orphan = contents();
        orphan.removeAll(before);
        assertThat(orphan).hasSize(1);

        orphans.sweepOrphans(Duration.ofHours(1));
        assertThat(orphan.get(0)).exists();

        Path abandoned = Files.write(folder.resolve("incoming/abandoned.part"), new byte[] {1});
        for (Path old : List.of(orphan.get(0), abandoned, path(kept))) {
            Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        }
        assertThat(orphans.sweepOrphans(Duration.ofHours(1))).isPositive();
        assertThat(orphan.get(0)).doesNotExist();
        assertThat(abandoned).doesNotExist();
        assertThat(path(kept)).exists();
    }

    @Test
    void aBundleHoldsTheFilesByKindAndAList() throws Exception {
        accept("план.pdf", SampleFiles.pdf());
        accept("план.pdf", SampleFiles.pdf());
        Slot profile = new Slot(slot.subjectType(), slot.subjectId(), "riskProfile");
        documents.accept(profile, SlotRules.PUBLISHED, "профиль.rtf", new ByteArrayInputStream(SampleFiles.rtf()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        bundles.write(List.of(new Bundles.Part("Школа № 1", slot.subjectType(), slot.subjectId())), out);

        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(entries.keySet()).containsExactly("Школа № 1/Антирисковая программа/план.pdf",
            "Школа № 1/Антирисковая программа/план (2).pdf", "Школа № 1/Рисковый профиль/профиль.rtf", "Опись.txt");
        assertThat(entries.get("Школа № 1/Рисковый профиль/профиль.rtf")).isEqualTo(SampleFiles.rtf());
        assertThat(new String(entries.get("Опись.txt"), StandardCharsets.UTF_8)).contains("Файлов: 3")
            .contains("2. Школа № 1/Антирисковая программа/план (2).pdf").contains("версия 2").contains("система").contains("SHA-256: ");
    }

    private StoredDocument accept(String name, byte[] content) throws IOException {
        return documents.accept(slot, SlotRules.PUBLISHED, name, new ByteArrayInputStream(content));
    }

    private StoredDocument keep(String content) throws IOException {
        return documents.keep(slot, "итог.txt", "text/plain", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> facts() {
        return audit.about(new Subject(slot.subjectType(), slot.subjectId())).stream().map(AuditEntry::text).toList();
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(path -> folder.relativize(path).getNameCount() == 3).collect(toList());
        }
    }

    private Path path(StoredDocument document) {
        String key = jdbc.sql("select storage_key from document where id = ?").param(document.id()).query(String.class).single();
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
    }
}
