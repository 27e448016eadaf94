package ru.marshrut.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.DocumentsApplication;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.TestSlots;
import ru.marshrut.territory.Staff;

@DocumentsApplication
class DocumentsHttpTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired Staff staff;
    @Autowired Documents documents;
    @Autowired AuditTrail audit;
    @Autowired ObjectMapper json;
    @LocalServerPort int port;
    @TempDir Path folder;

    String subject;
    String slot;
    Browserless anna;
    Browserless neighbour;

    @BeforeEach
    void twoPeople() throws Exception {
        long annaId = person("Тестова Анна Примеровна");
        subject = annaId + "-" + UUID.randomUUID();
        slot = "/documents/" + TestSlots.FOLDER + "/" + subject + "/antiriskProgramme";
        anna = new Browserless(port, annaId).withToken();
        neighbour = new Browserless(port, person("Образцов Пётр Макетович")).withToken();
    }

    @Test
    void whatWasUploadedIsListedAndComesBackAsItWas() throws Exception {
        byte[] docx = SampleFiles.docx();
        HttpResponse<String> answer = anna.post(slot, Map.of("../Программа.docx", file(docx)));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode accepted = json.readTree(answer.body()).at("/accepted/0");
        assertThat(accepted.get("name").asText()).isEqualTo("Программа.docx");
        assertThat(accepted.get("version").asInt()).isEqualTo(1);
        assertThat(accepted.get("author").asText()).isEqualTo("Тестова Анна Примеровна");

        HttpResponse<byte[]> download = anna.get(accepted.get("url").asText(), BodyHandlers.ofByteArray());
        assertThat(download.body()).isEqualTo(docx);
        assertThat(download.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;")
            .contains("filename*=UTF-8''%D0%9F%D1%80%D0%BE%D0%B3%D1%80%D0%B0%D0%BC%D0%BC%D0%B0.docx");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.headers().firstValue("Content-Type")).contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(download.headers().firstValueAsLong("Content-Length").orElse(0)).isEqualTo(accepted.get("size").asLong());

        JsonNode list = json.readTree(anna.get("/documents/" + TestSlots.FOLDER + "/" + subject, BodyHandlers.ofString()).body());
        assertThat(list).hasSize(1);
        JsonNode slotView = json.readTree(anna.get(slot, BodyHandlers.ofString()).body());
        assertThat(slotView.at("/files/0/id")).isEqualTo(accepted.get("id"));
        assertThat(slotView.at("/rules/maxBytes").asInt()).isEqualTo(30 * MEGABYTE);
        assertThat(facts()).containsExactly("Загружен файл «Программа.docx», версия 1", "Скачан файл «Программа.docx»");
    }

    @Test
    void oneBadFileDoesNotSpoilTheOthers() throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("план.pdf", file(SampleFiles.pdf()));
        files.put("макрос.docx", file(SampleFiles.docm()));
        files.put("пусто.pdf", file(new byte[0]));

        JsonNode answer = json.readTree(anna.post(slot, files).body());

        assertThat(answer.get("accepted")).hasSize(1);
        assertThat(answer.get("problems")).hasSize(2);
        assertThat(answer.at("/problems/0/name").asText()).isEqualTo("макрос.docx");
        assertThat(answer.at("/problems/0/message").asText()).contains("есть макросы");
        assertThat(answer.at("/problems/1/message").asText()).contains("пустой");
    }

    @Test
    void aFourthFileIsRefused() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(anna.post(slot, Map.of(i + ".pdf", file(SampleFiles.pdf()))).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> fourth = anna.post(slot, Map.of("4.pdf", file(SampleFiles.pdf())));
        assertThat(fourth.statusCode()).isEqualTo(422);
        assertThat(fourth.body()).contains("не больше 3 файлов");
    }

    @Test
    void aNeighbourLearnsNothing() throws Exception {
        JsonNode accepted = json.readTree(anna.post(slot, Map.of("план.pdf", file(SampleFiles.pdf()))).body()).at("/accepted/0");
        String url = accepted.get("url").asText();

        for (String path : new String[] {url, slot, "/documents/" + TestSlots.FOLDER + "/" + subject,
            "/documents/" + TestSlots.FOLDER + "/" + subject + ".zip", "/documents/999999999", "/documents/unknownType/1/x"}) {
            HttpResponse<String> answer = neighbour.get(path, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("Документ не найден или недоступен вам").doesNotContain("план.pdf");
        }
        assertThat(neighbour.post(slot, Map.of("чужой.pdf", file(SampleFiles.pdf()))).statusCode()).isEqualTo(404);
        assertThat(neighbour.delete(url + "?reason=x").statusCode()).isEqualTo(404);
        assertThat(documents.in(slot())).extracting(d -> d.fileName()).containsExactly("план.pdf");
    }

    @Test
    void withoutTheTokenOfThePageNothingIsChanged() throws Exception {
        Browserless foreignPage = new Browserless(port, Long.parseLong(subject.substring(0, subject.indexOf('-'))));
        assertThat(foreignPage.post(slot, Map.of("план.pdf", file(SampleFiles.pdf()))).statusCode()).isEqualTo(403);
        assertThat(documents.in(slot())).isEmpty();
    }

    @Test
    void aClosedSlotAndAReaderAreRefused() throws Exception {
        HttpResponse<String> closed = anna.post("/documents/" + TestSlots.FOLDER + "/" + subject + "/closed", Map.of("план.pdf", file(SampleFiles.pdf())));
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(closed.body()).contains("нельзя загружать");
        String readonly = "/documents/" + TestSlots.FOLDER + "/" + subject + "-readonly/antiriskProgramme";
        assertThat(anna.post(readonly, Map.of("план.pdf", file(SampleFiles.pdf()))).statusCode()).isEqualTo(404);
        assertThat(json.readTree(anna.get(readonly, BodyHandlers.ofString()).body()).get("rules").isNull()).isTrue();
    }

    @Test
    void aFileTakenOutKeepsItsReasonAndCannotBeTakenFromAClosedSlot() throws Exception {
        String url = json.readTree(anna.post(slot, Map.of("план.pdf", file(SampleFiles.pdf()))).body()).at("/accepted/0/url").asText();
        assertThat(anna.delete(url + "?reason=%D0%BE%D1%88%D0%B8%D0%B1%D0%BA%D0%B0").statusCode()).isEqualTo(204);
        assertThat(documents.in(slot())).isEmpty();
        assertThat(audit.about(new Subject(TestSlots.FOLDER, subject))).last().extracting(AuditEntry::reason).isEqualTo("ошибка");
        assertThat(anna.get(url, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(200);
        try (InputStream made = Files.newInputStream(file(SampleFiles.pdf()))) {
            long kept = documents.keep(new Slot(TestSlots.FOLDER, subject, "closed"), "итог.pdf", "application/pdf", made).id();
            assertThat(anna.delete("/documents/" + kept).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aTooLargeFileIsAnsweredInRussianAndNotByABrokenConnection() throws Exception {
        Path scan = SampleFiles.scan(folder.resolve("scan"), 45L * MEGABYTE);
        HttpResponse<String> answer = anna.post(slot, Map.of("скан.pdf", scan));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("Файл больше допустимого размера: 30 МБ");

        HttpResponse<String> smaller = anna.post(slot.replace("antiriskProgramme", "small"),
            Map.of("скан.pdf", SampleFiles.scan(folder.resolve("scan2"), 2 * MEGABYTE)));
        assertThat(smaller.statusCode()).isEqualTo(422);
        assertThat(smaller.body()).contains("«скан.pdf» больше 1 МБ");
    }

    /** The threads of the server allocate less than one of the files in all: content is never held in memory whole. */
    @Test
    void threeFilesOfThirtyMegabytesPassThroughWithoutBeingHeldInMemory() throws Exception {
        Path scan = SampleFiles.scan(folder.resolve("scan"), 30L * MEGABYTE);
        anna.post(slot.replace(subject, subject + "-warm"), Map.of("план.pdf", file(SampleFiles.pdf())));
        Map<Long, Long> before = allocated();

        Map<String, Path> three = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            three.put("скан " + i + ".pdf", scan);
        }
        JsonNode answer = json.readTree(anna.post(slot, three).body());
        assertThat(answer.get("accepted")).hasSize(3);
        assertThat(answer.at("/accepted/2/size").asLong()).isEqualTo(30L * MEGABYTE);
        for (JsonNode accepted : answer.get("accepted")) {
            Path target = folder.resolve("back");
            assertThat(anna.get(accepted.get("url").asText(), BodyHandlers.ofFile(target)).statusCode()).isEqualTo(200);
            assertThat(Files.mismatch(target, scan)).isEqualTo(-1);
        }
        Path bundle = anna.get("/documents/" + TestSlots.FOLDER + "/" + subject + ".zip", BodyHandlers.ofFile(folder.resolve("bundle"))).body();
        assertThat(Files.size(bundle)).isGreaterThan(85L * MEGABYTE);

        long megabytes = allocated().entrySet().stream().mapToLong(e -> e.getValue() - before.getOrDefault(e.getKey(), 0L)).sum() / MEGABYTE;
        System.out.println("90 MB uploaded, downloaded and bundled: the server's threads allocated " + megabytes + " MB in all");
        assertThat(megabytes).isLessThan(25);
    }

    private static Map<Long, Long> allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Map<Long, Long> bytes = new LinkedHashMap<>();
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(thread -> thread != null && thread.getThreadName().contains("http-nio"))
            .forEach(thread -> bytes.put(thread.getThreadId(), threads.getThreadAllocatedBytes(thread.getThreadId())));
        return bytes;
    }

    private Slot slot() {
        return new Slot(TestSlots.FOLDER, subject, "antiriskProgramme");
    }

    private Iterable<String> facts() {
        return audit.about(new Subject(TestSlots.FOLDER, subject)).stream().map(AuditEntry::text).toList();
    }

    private long person(String name) {
        return staff.addPerson(null, name, UUID.randomUUID() + "@example.org", null);
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(Files.createTempFile(folder, "sample", ""), content);
    }
}
