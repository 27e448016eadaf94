package ru.marshrut.documents.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import ru.marshrut.documents.content.Finding.Flaw;

/** A ZIP file, which may be a docx or xlsx: the parts that it declares decide. */
final class OfficePackage {

    private static final String TYPES = "[Content_Types].xml";
    /** Main parts that we know, with the type of the file. */
    private static final Map<String, String> MAIN_PARTS = Map.of(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", DocumentType.DOCX.mediaType(),
        "application/vnd.ms-word.document.macroenabled.main+xml", DocumentType.DOCX.mediaType(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", DocumentType.XLSX.mediaType(),
        "application/vnd.ms-excel.sheet.macroenabled.main+xml", DocumentType.XLSX.mediaType(),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.ms-excel.sheet.binary.macroenabled.main", "application/vnd.ms-excel.sheet.binary.macroenabled.12");

    /** Of one entry and of all, unpacked; a text of 30 MB with pictures stays far below. */
    private static final long MOST_BYTES_OF_ENTRY = 256L << 20;
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_DIRECTORY_BYTES = 2 << 20;

    private static final int END_SIZE = 22;
    private static final int END_SIGNATURE = 0x06054b50;

    private OfficePackage() {}

    /** @param zipType type by the first bytes, for a ZIP file that is no office document */
    static Finding look(Path file, String zipType) throws IOException {
        Flaw directory = directoryFlaw(file);
        if (directory != null) {
            return new Finding(Finding.OFFICE, directory);
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            if (declaresBomb(zip)) {
                return new Finding(Finding.OFFICE, Flaw.BOMB);
            }
            ZipEntry types = zip.getEntry(TYPES);
            if (types == null) {
                return Finding.sound(zipType);
            }
            return lookInto(zip, types);
        } catch (ZipException | XMLStreamException e) {
            return new Finding(Finding.OFFICE, Flaw.DAMAGED); // the user is told; there is nothing to repair here
        }
    }

    private static Finding lookInto(ZipFile zip, ZipEntry types) throws IOException, XMLStreamException {
        Flaw content = unpackedFlaw(zip);
        if (content != null) {
            return new Finding(Finding.OFFICE, content);
        }
        Map<String, String> parts = parts(zip, types);
        String main = parts.keySet().stream().filter(part -> MAIN_PARTS.containsKey(parts.get(part))).findFirst().orElse(null);
        if (main == null) {
            return Finding.sound(Finding.OFFICE);
        }
        String mediaType = MAIN_PARTS.get(parts.get(main));
        if (DocumentType.ofMediaType(mediaType).isEmpty()) {
            return Finding.sound(mediaType);
        }
        if (hasMacros(zip, parts)) {
            return new Finding(mediaType, Flaw.MACROS);
        }
        ZipEntry mainEntry = zip.getEntry(main);
        if (mainEntry == null || zip.getEntry("_rels/.rels") == null || !isWellFormed(zip, mainEntry)) {
            return new Finding(mediaType, Flaw.DAMAGED);
        }
        return Finding.sound(mediaType);
    }

    /** Reads the end of the directory only: a directory of hundreds of thousands of entries is never loaded. */
    private static Flaw directoryFlaw(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), END_SIZE + 0xFFFF);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, channel.size() - length + tail.position()) >= 0) {
                // read on
            }
            for (int at = length - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    int entries = Short.toUnsignedInt(tail.getShort(at + 10));
                    long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
                    return entries > MOST_ENTRIES || bytes > MOST_DIRECTORY_BYTES ? Flaw.BOMB : null;
                }
            }
            return Flaw.DAMAGED;
        }
    }

    private static boolean declaresBomb(ZipFile zip) {
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            ZipEntry entry = entries.nextElement();
            total += entry.getSize();
            if (isBomb(entry, entry.getSize(), total)) {
                return true;
            }
        }
        return false;
    }

    /** Unpacks everything into nothing: the directory may lie about sizes, and a damaged part shows by its checksum. */
    private static Flaw unpackedFlaw(ZipFile zip) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            ZipEntry entry = entries.nextElement();
            CRC32 checksum = new CRC32();
            long size = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read; (read = in.read(buffer)) >= 0;) {
                    checksum.update(buffer, 0, read);
                    size += read;
                    total += read;
                    if (isBomb(entry, size, total)) {
                        return Flaw.BOMB;
                    }
                }
            } catch (EOFException e) {
                return Flaw.DAMAGED; // the entry ends before its end
            }
            if (checksum.getValue() != entry.getCrc()) {
                return Flaw.DAMAGED;
            }
        }
        return null;
    }

    /** The ratio and its grace are those with which POI itself refuses to read. */
    private static boolean isBomb(ZipEntry entry, long size, long total) {
        return size > MOST_BYTES_OF_ENTRY || total > MOST_BYTES
            || size > ZipSecureFile.getGraceEntrySize() && entry.getCompressedSize() < ZipSecureFile.getMinInflateRatio() * size;
    }

    /** Parts with a type of their own, by name without the leading slash; types in lower case, as Office compares them. */
    private static Map<String, String> parts(ZipFile zip, ZipEntry types) throws IOException, XMLStreamException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (InputStream in = zip.getInputStream(types)) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getAttributeValue(null, "ContentType") != null) {
                    String part = xml.getAttributeValue(null, "PartName");
                    String extension = xml.getAttributeValue(null, "Extension");
                    parts.put(part == null ? "*." + extension : part.replaceFirst("^/", ""),
                        xml.getAttributeValue(null, "ContentType").toLowerCase(Locale.ROOT));
                }
            }
        }
        return parts;
    }

    private static boolean hasMacros(ZipFile zip, Map<String, String> parts) {
        return parts.values().stream().anyMatch(type -> type.contains("macroenabled") || type.contains("vbaproject")
                || type.contains("macrosheet"))
            || zip.stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).matches("(.*/)?vba(project|data)[^/]*|xl/macrosheets/.*"));
    }

    private static boolean isWellFormed(ZipFile zip, ZipEntry part) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
