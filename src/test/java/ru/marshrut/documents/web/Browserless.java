package ru.marshrut.documents.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.marshrut.documents.TestSlots;

/** A person's program: keeps the session and sends the CSRF token, but has no page to look at. */
final class Browserless {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final String BOUNDARY = "----marshrut";

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final long person;
    private String token = "";

    Browserless(int port, long person) {
        this.address = "http://localhost:" + port;
        this.person = person;
    }

    Browserless withToken() throws Exception {
        Matcher found = TOKEN.matcher(get("/test-upload/" + person + "-token", BodyHandlers.ofString()).body());
        if (!found.find()) {
            throw new IllegalStateException("no token on the page");
        }
        token = found.group(1);
        return this;
    }

    <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws Exception {
        return client.send(request(path).GET().build(), body);
    }

    HttpResponse<String> delete(String path) throws Exception {
        return client.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    /** @param files contents by name, streamed */
    HttpResponse<String> post(String path, Map<String, Path> files) throws Exception {
        HttpRequest request = request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofInputStream(() -> multipart(files))).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header(TestSlots.PERSON, Long.toString(person));
        return token.isEmpty() ? request : request.header("X-CSRF-TOKEN", token);
    }

    private static InputStream multipart(Map<String, Path> files) {
        List<InputStream> parts = new ArrayList<>();
        files.forEach((name, file) -> {
            parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-anything\r\n\r\n"));
            try {
                parts.add(Files.newInputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.add(text("\r\n"));
        });
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
