package ru.marshrut.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Tells a program, such as a script of a page, from a person who opens a page. */
final class Programs {

    private Programs() {}

    static boolean isOne(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
            || accept != null && accept.contains("json") && !accept.contains("text/html")
            || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }
}
