package ru.marshrut.access.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import ru.marshrut.shared.Refusal;

/** What went wrong, as problem details (RFC 9457) in Russian: a title by status and a text that says what to do. */
@Component
class Failures {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 405, 409, 413, 422);

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(HttpStatusCode status) {
        return of(status, "access.error.text." + worded(status));
    }

    /** Wrong input is 422 and names its field; what cannot be granted now is 409. */
    ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(refusal.field() == null ? 409 : 422), refusal.code(), refusal.arguments());
        if (refusal.field() != null) {
            problem.setProperty("field", refusal.field());
        }
        return problem;
    }

    /** @param code under which the error stands in the log */
    ProblemDetail unexpected(String code) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(500));
        problem.setDetail(problem.getDetail() + " " + messages.getMessage("access.error.code", new Object[] {code}, RUSSIAN));
        return problem;
    }

    private ProblemDetail of(HttpStatusCode status, String text, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(text, arguments, RUSSIAN));
        problem.setTitle(messages.getMessage("access.error.title." + worded(status), null, RUSSIAN));
        return problem;
    }

    private static int worded(HttpStatusCode status) {
        return WORDED.contains(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
    }
}
