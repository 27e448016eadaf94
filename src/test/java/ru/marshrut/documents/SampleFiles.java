package ru.marshrut.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as schools send them, sound and otherwise. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Антирисковая программа школы");
            document.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("План").createRow(0).createCell(0).setCellValue("Мероприятие");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] xls() throws IOException {
        try (HSSFWorkbook workbook = workbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static HSSFWorkbook workbook() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        var sheet = workbook.createSheet("План");
        for (int row = 0; row < 500; row++) {
            sheet.createRow(row).createCell(0).setCellValue("Мероприятие " + row);
        }
        return workbook;
    }

    public static byte[] encryptedXls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("тайна");
        try {
            return xls();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    public static byte[] xlsWithMacros() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(xls())); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.getRoot().createDirectory("_VBA_PROJECT_CUR").createDirectory("VBA")
                .createDocument("dir", new ByteArrayInputStream(new byte[] {1, 2, 3}));
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** An old Word document, as far as its type goes. */
    public static byte[] doc() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(new byte[8192]), "WordDocument");
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    public static byte[] encrypted(byte[] office) throws IOException, GeneralSecurityException, InvalidFormatException {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("тайна");
            try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(office)); OutputStream data = encryptor.getDataStream(files)) {
                opened.save(data);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** An office file with one more entry. */
    public static byte[] withEntry(byte[] office, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** A file of Word with macros that was renamed to docx. */
    public static byte[] docm() throws IOException {
        String types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx())); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), ISO_8859_1);
                zip.write(text.replace(types, "application/vnd.ms-word.document.macroEnabled.main+xml").getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return withEntry(out.toByteArray(), "word/vbaProject.bin", new byte[] {1, 2, 3});
    }

    public static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("текст".getBytes(ISO_8859_1));
        }
        return out.toByteArray();
    }

    public static byte[] rtf() {
        return "{\\rtf1\\ansi {\\b \\'cf\\'f0\\'ee\\'e3\\'f0\\'e0\\'ec\\'ec\\'e0} \\{ \\} \\\\ {\\*\\bin3 }}}}}\n".getBytes(US_ASCII);
    }

    public static byte[] pdf() {
        return pdf("");
    }

    public static byte[] encryptedPdf() {
        return pdf("/Encrypt 9 0 R ");
    }

    /** With a table, as simple writers make it. */
    private static byte[] pdf(String inTrailer) {
        String body = "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n";
        return (body + "xref\n0 1\n0000000000 65535 f \ntrailer <</Size 3 /Root 1 0 R " + inTrailer + ">>\nstartxref\n" + body.length()
            + "\n%%EOF\n").getBytes(ISO_8859_1);
    }

    /** With a cross-reference stream, as newer writers make it. */
    public static byte[] pdfWithStream(String inDictionary) {
        String body = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n2 0 obj <</Length 1>> stream\na\nendstream endobj\n";
        return (body + "7 0 obj <</Type /XRef /Size 3 /W [1 2 1] /Root 1 0 R " + inDictionary + "/Length 8>>\nstream\nabcdefgh\nendstream endobj\n"
            + "startxref\n" + body.length() + "\n%%EOF").getBytes(ISO_8859_1);
    }

    /** A scan: a sound PDF of exactly this size with noise in it. */
    public static Path scan(Path file, long size) throws IOException {
        Random noise = new Random(500);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] head = "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n2 0 obj <</Length 1>> stream\n".getBytes(US_ASCII);
            out.write(head);
            long offset = size - 200;
            byte[] block = new byte[64 * 1024];
            noise.nextBytes(block);
            for (long at = head.length; at < offset;) {
                int length = (int) Math.min(block.length, offset - at);
                out.write(block, 0, length);
                at += length;
            }
            String end = "\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 3 /Root 1 0 R>>\nstartxref\n" + (offset + 1) + "\n%%EOF\n";
            out.write((end + " ".repeat((int) (size - offset - end.length()))).getBytes(US_ASCII));
        }
        return file;
    }
}
