package ru.marshrut.documents.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.shared.Refusal;

class ContentCheckTest {

    @TempDir
    Path folder;

    private final ContentCheck check = new ContentCheck(Optional.empty());

    @Test
    void acceptsEachPublishedTypeByItsContent() throws Exception {
        assertThat(accepted(SampleFiles.pdf())).isEqualTo(DocumentType.PDF);
        assertThat(accepted(SampleFiles.pdfWithStream(""))).isEqualTo(DocumentType.PDF);
        assertThat(accepted(SampleFiles.rtf())).isEqualTo(DocumentType.RTF);
        assertThat(accepted(SampleFiles.docx())).isEqualTo(DocumentType.DOCX);
        assertThat(accepted(SampleFiles.xls())).isEqualTo(DocumentType.XLS);
        assertThat(accepted(SampleFiles.xlsx())).isEqualTo(DocumentType.XLSX);
    }

    @Test
    void acceptsAPdfBehindForeignBytesAndWithUpdatesAppended() throws Exception {
        byte[] prefixed = concat("junk\r\n".getBytes(UTF_8), SampleFiles.pdf());
        assertThat(PdfFile.look(file(prefixed)).flaw()).isNull();
        byte[] once = SampleFiles.pdf();
        byte[] updated = concat(once, ("xref\n0 0\ntrailer <</Size 3 /Root 1 0 R /Prev 5>>\nstartxref\n" + once.length + "\n%%EOF\n").getBytes(UTF_8));
        assertThat(accepted(updated)).isEqualTo(DocumentType.PDF);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(refused(new byte[0])).contains("пустой").contains("сохраните заново");
    }

    @Test
    void refusesATooLargeFileAndNamesTheLimit() throws Exception {
        SlotRules small = new SlotRules(3, 1024 * 1024, Set.of("pdf"));
        Path scan = SampleFiles.scan(folder.resolve("scan"), 1024 * 1024 + 1);
        assertThat(refusal(scan, small)).contains("больше 1 МБ").contains("Уменьшите");
        assertThat(check.check(SampleFiles.scan(folder.resolve("fits"), 1024 * 1024), "программа.pdf", small)).isEqualTo(DocumentType.PDF);
    }

    @Test
    void refusesAnotherTypeAndNamesWhatItIsAndWhatIsAccepted() throws Exception {
        String types = "Принимаются: docx, pdf, rtf, xls, xlsx";
        assertThat(refused(SampleFiles.doc())).contains("документ Word 97–2003 (.doc)").contains(types).contains("Сохранить как");
        assertThat(refused(SampleFiles.zip())).contains("архив ZIP").contains(types);
        assertThat(refused("просто текст".getBytes(UTF_8))).contains("текстовый файл");
        assertThat(refused("<html><body>страница</body></html>".getBytes(UTF_8))).contains("веб-страница");
        assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0})).contains("изображение");
        assertThat(refused(concat(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, new byte[200]))).contains("программа Windows");
        assertThat(refused(new byte[] {1, 2, 3, 4, 0, 0, 9})).contains("файл неизвестного вида");
    }

    @Test
    void refusesATypeThatThisSlotDoesNotTake() throws Exception {
        assertThat(refusal(file(SampleFiles.xlsx()), new SlotRules(1, 1000_000, Set.of("pdf", "docx"))))
            .contains("таблица Excel (.xlsx)").contains("Принимаются: docx, pdf.");
    }

    @Test
    void refusesEncryptedFiles() throws Exception {
        assertThat(refused(SampleFiles.encrypted(SampleFiles.docx()))).contains("защищён паролем").contains("снимите пароль");
        assertThat(refused(SampleFiles.encrypted(SampleFiles.xlsx()))).contains("защищён паролем");
        assertThat(refused(SampleFiles.encryptedXls())).contains("защищён паролем");
        assertThat(refused(SampleFiles.encryptedPdf())).contains("PDF").contains("защищён паролем");
        assertThat(refused(SampleFiles.pdfWithStream("/Encrypt 9 0 R "))).contains("PDF").contains("защищён паролем");
        assertThat(refusal(file(SampleFiles.encrypted(SampleFiles.xlsx())), new SlotRules(1, 1000_000, Set.of("xlsx")))).contains("защищён паролем");
    }

    @Test
    void refusesMacrosWhateverTheNameSays() throws Exception {
        assertThat(refused(SampleFiles.docm())).contains("макросы").contains("Сохраните файл как .docx без макросов");
        assertThat(refused(SampleFiles.withEntry(SampleFiles.docx(), "word/vbaProject.bin", new byte[] {1}))).contains(".docx без макросов");
        assertThat(refused(SampleFiles.withEntry(SampleFiles.xlsx(), "xl/vbaProject.bin", new byte[] {1}))).contains(".xlsx без макросов");
        assertThat(refused(SampleFiles.withEntry(SampleFiles.xlsx(), "xl/macrosheets/sheet1.xml", new byte[] {1}))).contains(".xlsx без макросов");
        assertThat(refused(SampleFiles.xlsWithMacros())).contains(".xlsx без макросов");
    }

    @Test
    void refusesTheMacrosOfOldExcelThatLieInSheets() throws Exception {
        byte[] xls = SampleFiles.xls();
        int sheet = new String(xls, ISO_8859_1).indexOf("\u0085\0\u0010\0");
        xls[sheet + 9] = 1; // sheet type: macro sheet
        assertThat(refused(xls)).contains(".xlsx без макросов");
    }

    @Test
    void refusesFilesThatAreCutOff() throws Exception {
        for (byte[] whole : new byte[][] {SampleFiles.docx(), SampleFiles.xlsx(), SampleFiles.xls(), SampleFiles.pdf(),
            SampleFiles.pdfWithStream(""), SampleFiles.rtf()}) {
            assertThat(refused(Arrays.copyOf(whole, whole.length * 2 / 3))).contains("повреждён").contains("сохраните заново");
        }
    }

    @Test
    void refusesFilesWithBrokenInnards() throws Exception {
        byte[] docx = SampleFiles.withEntry(SampleFiles.docx(), "word/media/image1.bin", noise(20_000));
        docx[docx.length - 5_000] ^= 0x55;
        assertThat(refused(docx)).contains("повреждён");
        byte[] pdf = new String(SampleFiles.pdf(), UTF_8).replaceAll("startxref\n\\d+", "startxref\n1").getBytes(UTF_8);
        assertThat(refused(pdf)).contains("повреждён");
        byte[] xls = SampleFiles.xls();
        Arrays.fill(xls, 512, 4096, (byte) 0x11);
        assertThat(refused(xls)).contains("повреждён");
        byte[] withoutMainPart = new String(SampleFiles.docx(), ISO_8859_1)
            .replace("word/document.xml", "word/documenT.xml").getBytes(ISO_8859_1);
        assertThat(refused(withoutMainPart)).contains("повреждён");
    }

    @Test
    void refusesAZipBombByItsDirectoryAlone() throws Exception {
        assertThat(refused(SampleFiles.withEntry(SampleFiles.docx(), "word/media/a.bmp", new byte[20_000_000]))).contains("распаковке");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 6_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
                zip.closeEntry();
            }
        }
        assertThat(refused(many.toByteArray())).contains("распаковке");
    }

    @Test
    void refusesAZipBombThatLiesAboutItsSize() throws Exception {
        byte[] bomb = SampleFiles.withEntry(SampleFiles.docx(), "word/media/a.bmp", new byte[20_000_000]);
        int entry = lastDirectoryEntry(bomb);
        for (int i = 0; i < 4; i++) {
            bomb[entry + 24 + i] = 0; // uncompressed size
        }
        bomb[entry + 25] = 8;
        assertThat(refused(bomb)).contains("распаковке");
    }

    private static int lastDirectoryEntry(byte[] zip) {
        for (int at = zip.length - 4; ; at--) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
    }

    private DocumentType accepted(byte[] content) throws IOException {
        return check.check(file(content), "программа.bin", SlotRules.PUBLISHED);
    }

    private String refused(byte[] content) throws IOException {
        return refusal(file(content), SlotRules.PUBLISHED);
    }

    private String refusal(Path file, SlotRules rules) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> check.check(file, "программа.docx", rules));
        assertThat(refusal).isNotNull();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.documents");
        messages.setDefaultEncoding("UTF-8");
        String text = messages.getMessage(refusal.code(), refusal.arguments(), Locale.forLanguageTag("ru"));
        assertThat(text).contains("«программа.docx»").doesNotContain("{");
        return text;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
