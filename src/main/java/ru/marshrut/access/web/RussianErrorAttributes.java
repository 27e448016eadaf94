package ru.marshrut.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** The same words for failures outside of our controllers (filters, container), which end on Spring's own error page. */
@Component
class RussianErrorAttributes extends DefaultErrorAttributes {

    private final Failures failures;

    RussianErrorAttributes(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        int status = super.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS))
            .get("status") instanceof Integer known && known >= 400 && known < 600 ? known : 500;
        ProblemDetail problem = failures.of(HttpStatusCode.valueOf(status));
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", problem.getTitle());
        attributes.put("status", status);
        attributes.put("detail", problem.getDetail());
        return attributes;
    }
}
