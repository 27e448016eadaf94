package ru.marshrut.shared;

import java.util.List;

/**
 * A wrong input or a wish that cannot be granted. The code is a key of the message bundles; its text names the
 * place, the value and the remedy. Nothing is changed when it is thrown.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final transient List<Object> arguments;

    private Refusal(String code, String field, List<Object> arguments) {
        super(code + " " + arguments);
        this.code = code;
        this.field = field;
        this.arguments = arguments;
    }

    public static Refusal of(String code, Object... arguments) {
        return new Refusal(code, null, List.of(arguments));
    }

    /** @param field name of the input that is wrong, so that the form can point at it */
    public static Refusal ofField(String field, String code, Object... arguments) {
        return new Refusal(code, field, List.of(arguments));
    }

    public String code() {
        return code;
    }

    /** Name of the wrong input, or null where the refusal concerns the whole. */
    public String field() {
        return field;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
