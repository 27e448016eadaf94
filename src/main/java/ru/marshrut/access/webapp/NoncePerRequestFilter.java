package ru.marshrut.access.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of the content security policy with the request that it was made for.
 *
 * <p>The engine's header filter puts the nonce into the servlet context and its page filter reads it from there, so
 * that two pages asked for at once can be given each other's nonce; the browser then refuses to run their scripts and
 * the page stays empty. Both filters reach the context through the request, and so this filter hands them a request
 * whose context keeps that one attribute for itself.
 */
class NoncePerRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new RequestWithOwnNonce(request), response);
    }

    private static final class RequestWithOwnNonce extends HttpServletRequestWrapper {

        private final ServletContext context;
        private Object nonce;

        private RequestWithOwnNonce(HttpServletRequest request) {
            super(request);
            ServletContext shared = request.getServletContext();
            context = (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> call(shared, method, arguments));
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        private Object call(ServletContext shared, Method method, Object[] arguments) throws Throwable {
            if (arguments != null && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                switch (method.getName()) {
                    case "getAttribute":
                        return nonce;
                    case "setAttribute":
                        nonce = arguments[1];
                        return null;
                    case "removeAttribute":
                        nonce = null;
                        return null;
                    default:
                        break;
                }
            }
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
