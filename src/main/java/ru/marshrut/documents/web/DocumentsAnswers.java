package ru.marshrut.documents.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** What the browser part shows when a whole request was refused. */
@RestControllerAdvice(assignableTypes = DocumentsController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentsAnswers {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final DataSize mostOfFile;

    DocumentsAnswers(MessageSource messages, @Value("${spring.servlet.multipart.max-file-size}") DataSize mostOfFile) {
        this.messages = messages;
        this.mostOfFile = mostOfFile;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    Uploaded tooLarge(MaxUploadSizeExceededException e) {
        return problem("documents.requestTooLarge", mostOfFile.toMegabytes());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Uploaded refused(Refusal refusal) {
        return problem(refusal.code(), refusal.arguments());
    }

    @ExceptionHandler({NotYours.class, NoSuchElementException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Uploaded notFound() {
        return problem("documents.notFound");
    }

    private Uploaded problem(String code, Object... arguments) {
        return new Uploaded(List.of(), List.of(new Uploaded.Problem(null, messages.getMessage(code, arguments, RUSSIAN))));
    }
}
