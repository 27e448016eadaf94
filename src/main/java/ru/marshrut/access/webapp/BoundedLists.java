package ru.marshrut.access.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives lists that the webapps ask for without a bound the largest page that the engine allows; it refuses unbound ones,
 * and Cockpit asks so for the versions of a process.
 */
final class BoundedLists extends OncePerRequestFilter {

    private static final String BOUND = "maxResults=2000";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        String query = request.getQueryString();
        boolean unbound = "GET".equals(request.getMethod()) && query != null && !query.contains("maxResults=");
        chain.doFilter(unbound ? bounded(request, query + "&" + BOUND) : request, response);
    }

    private static HttpServletRequest bounded(HttpServletRequest request, String query) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getQueryString() {
                return query;
            }
        };
    }
}
