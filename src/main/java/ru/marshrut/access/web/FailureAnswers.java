package ru.marshrut.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/**
 * Answers a failure: problem details to programs, a page to people. Nobody gets a stack trace. It takes every failure,
 * so an advice of another module that answers one of its own needs an order before it.
 */
@ControllerAdvice
class FailureAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

    private final Failures failures;

    FailureAnswers(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        return answer(failures.of(refusal), request);
    }

    @ExceptionHandler({NotYours.class, NoSuchElementException.class})
    Object notFound(HttpServletRequest request) {
        return answer(failures.of(HttpStatus.NOT_FOUND), request);
    }

    /** Left to the security filters, which know whether there is somebody to refuse or a sign-in to ask for. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class, BindException.class})
    Object malformed(HttpServletRequest request) {
        return answer(failures.of(HttpStatus.BAD_REQUEST), request);
    }

    /** Two changed the same thing at once, and the other was faster; nothing of this change is kept, so it can be tried again. */
    @ExceptionHandler({ConcurrencyFailureException.class, OptimisticLockingException.class})
    Object overtaken(RuntimeException e, HttpServletRequest request) {
        LOG.info("{} {} was overtaken by another change: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(failures.of(HttpStatus.CONFLICT), request);
    }

    /** The client has gone while the answer was written; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("client has gone", gone);
    }

    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            return answer(failures.of(known.getStatusCode()), request);
        }
        if (e instanceof MultipartException) {
            return answer(failures.of(HttpStatus.BAD_REQUEST), request); // cut off on its way, or a name that none can have
        }
        String code = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{}: {} {}", code, request.getMethod(), request.getRequestURI(), e);
        return answer(failures.unexpected(code), request);
    }

    private static Object answer(ProblemDetail problem, HttpServletRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        if (Programs.isOne(request)) {
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("title", problem.getTitle());
        page.addObject("detail", problem.getDetail());
        return page;
    }
}
