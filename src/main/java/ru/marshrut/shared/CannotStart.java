package ru.marshrut.shared;

import org.springframework.boot.SpringApplication;

/**
 * The application cannot start for a reason that whoever starts it can remove. The message, in Russian, names the
 * reason and the remedy; it is all that is shown, without a stack trace.
 */
public class CannotStart extends SpringApplication.AbandonedRunException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public CannotStart(String message) {
        this.message = message;
    }

    public CannotStart(String message, Throwable cause) {
        this(message);
        initCause(cause);
    }

    @Override
    public String getMessage() {
        return message;
    }
}
