package ru.marshrut.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Opens files in a real LibreOffice. A machine without it fails the test: that a document opens is a promise of the
 * product, not an extra.
 */
public final class LibreOffice {

    private static final long LIMIT_SECONDS = 180;

    private LibreOffice() {}

    /**
     * Converts a file beside itself.
     *
     * @param format ending that LibreOffice knows: pdf, csv, docx
     */
    public static Path convert(Path file, String format) {
        Path target = file.toAbsolutePath().getParent();
        try {
            // An own profile for each run: LibreOffice locks it, and tests of another build may run beside this one.
            Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "libreoffice").toAbsolutePath()), "profile");
            run("libreoffice-writer libreoffice-calc", List.of("soffice", "-env:UserInstallation=" + profile.toUri(), "--headless",
                "--norestore", "--convert-to", format, "--outdir", target.toString(), file.toAbsolutePath().toString()));
        } catch (IOException e) {
            return fail("No profile for LibreOffice below target/", e);
        }
        Path converted = target.resolve(file.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "." + format);
        if (!Files.exists(converted)) {
            fail("LibreOffice did not open %s", file);
        }
        return converted;
    }

    /** Text of a PDF, as it stands on the pages, with single spaces instead of line ends. */
    public static String textOf(Path pdf) {
        return run("poppler-utils", List.of("pdftotext", "-enc", "UTF-8", pdf.toString(), "-")).replaceAll("\\s+", " ");
    }

    private static String run(String debianPackage, List<String> command) {
        try {
            Path output = Files.createTempFile(Files.createDirectories(Path.of("target", "libreoffice")), command.get(0), ".txt");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return fail("%s did not end within %d s", command.get(0), LIMIT_SECONDS);
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? text : fail("%s ended with %d: %s", command, process.exitValue(), text);
        } catch (IOException e) {
            return fail("%s cannot be started; install it, on Debian and Ubuntu: apt-get install %s".formatted(command.get(0), debianPackage), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("Interrupted while waiting for " + command.get(0), e);
        }
    }
}
