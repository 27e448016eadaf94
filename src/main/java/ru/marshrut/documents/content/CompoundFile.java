package ru.marshrut.documents.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import ru.marshrut.documents.content.Finding.Flaw;

/** An OLE2 file: an old Office document, or a new one behind a password. */
final class CompoundFile {

    /** Folders in which Office keeps program text. */
    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros");

    /** Records of a workbook by number, [MS-XLS] 2.3. */
    private static final int FILE_PASS = 0x2F;
    private static final int BOUND_SHEET = 0x85;
    private static final Set<Integer> BEGIN = Set.of(0x0809, 0x0409, 0x0209, 0x0009);

    private CompoundFile() {}

    static Finding look(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Finding(Finding.OFFICE, Flaw.ENCRYPTED);
            }
            for (String workbook : new String[] {"Workbook", "Book"}) {
                if (root.hasEntryCaseInsensitive(workbook)) {
                    Flaw flaw;
                    try (InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive(workbook))) {
                        flaw = workbookFlaw(in);
                    }
                    return new Finding(DocumentType.XLS.mediaType(), flaw == null && hasMacros(root) ? Flaw.MACROS : flaw);
                }
            }
            return Finding.sound(otherType(root));
        } catch (IOException | RuntimeException e) {
            // POI answers broken structures with whatever exception the broken number led to
            return Finding.flawed(DocumentType.XLS, Flaw.DAMAGED);
        }
    }

    private static String otherType(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return "application/msword";
        }
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            return "application/vnd.ms-powerpoint";
        }
        return "application/x-tika-msoffice";
    }

    private static boolean hasMacros(DirectoryNode folder) {
        for (Iterator<Entry> entries = folder.getEntries(); entries.hasNext();) {
            Entry entry = entries.next();
            if (entry instanceof DirectoryNode inner && (MACROS.contains(inner.getName()) || hasMacros(inner))) {
                return true;
            }
        }
        return false;
    }

    /** Walks over the records without keeping them; a record that is cut off means that the file is. */
    private static Flaw workbookFlaw(InputStream in) throws IOException {
        byte[] header = new byte[4];
        Flaw flaw = null;
        for (boolean first = true; in.readNBytes(header, 0, 4) == 4; first = false) {
            int record = LittleEndian.getUShort(header, 0);
            int length = LittleEndian.getUShort(header, 2);
            if (first && !BEGIN.contains(record)) {
                return Flaw.DAMAGED;
            }
            if (record == FILE_PASS) {
                return Flaw.ENCRYPTED;
            }
            if (record == 0 && length == 0) {
                break; // padding after the last record
            }
            if (record == BOUND_SHEET && length >= 6) {
                byte[] sheet = in.readNBytes(length);
                // sheet type 1 holds macros of Excel 4, type 6 a module of Visual Basic
                flaw = sheet.length == length && (sheet[5] == 1 || sheet[5] == 6) ? Flaw.MACROS : flaw;
            } else {
                skip(in, length);
            }
        }
        return flaw;
    }

    private static void skip(InputStream in, int length) throws IOException {
        if (in.readNBytes(length).length < length) {
            throw new EOFException();
        }
    }
}
