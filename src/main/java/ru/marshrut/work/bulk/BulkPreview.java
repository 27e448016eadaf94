package ru.marshrut.work.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What an order would do now. */
public record BulkPreview(List<Line> lines) {

    /** @param words what will change, or why it cannot */
    public record Line(String taskId, boolean possible, String words) {}

    public long possible() {
        return lines.stream().filter(Line::possible).count();
    }

    public long impossible() {
        return lines.size() - possible();
    }

    /** Changes when what would be done changes. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
