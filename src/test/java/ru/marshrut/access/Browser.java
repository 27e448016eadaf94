package ru.marshrut.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as the server sees it: cookies, forms with their token, scripts of the webapps. Redirects are not followed. */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Browser(int port) {
        base = "http://localhost:" + port;
    }

    public HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", HTML).GET());
    }

    HttpResponse<String> getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header("Accept", "application/json").header(header, value).GET());
    }

    /** Sends a form of the page, with the page's token. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(open(page).body());
        String body = fields.entrySet().stream().map(f -> encode(f.getKey()) + "=" + encode(f.getValue())).collect(Collectors.joining("&"));
        return post(action, (token.find() ? "_csrf=" + encode(token.group(1)) + "&" : "") + body);
    }

    /** Sends a form without a token. */
    public HttpResponse<String> post(String path, String form) {
        return send(request(path).header("Accept", HTML).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/login", "/login", Map.of("username", email, "password", password));
    }

    /** A call as the scripts of our pages make it, with the token of the first page. */
    public HttpResponse<String> call(String method, String path, String contentType, String body) {
        return send(scripted(path, contentType).method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(scripted(path, "multipart/form-data; boundary=part").POST(BodyPublishers.ofByteArray(parts.toByteArray())));
    }

    private HttpRequest.Builder scripted(String path, String contentType) {
        Matcher token = TOKEN.matcher(open("/").body());
        HttpRequest.Builder request = request(path).header("Accept", "application/json, */*").header("Content-Type", contentType);
        return token.find() ? request.header("X-CSRF-TOKEN", token.group(1)) : request;
    }

    /** A call as the scripts of a webapp make it. */
    HttpResponse<String> webapp(String method, String path, String json) {
        return send(request("/camunda/api" + path).header("Accept", "application/json, */*").header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).method(method, BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> engine(String method, String path, String json) {
        return webapp(method, "/engine/engine/default" + path, json);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name)).map(HttpCookie::getValue)
            .findFirst().orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
