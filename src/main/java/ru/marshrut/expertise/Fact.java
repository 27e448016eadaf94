package ru.marshrut.expertise;

import java.util.List;

/**
 * One of the facts from which points are suggested, as it was when it was counted.
 *
 * @param code      message that puts it into words
 * @param arguments of the message
 * @param path      page with the rows that it was counted from
 */
public record Fact(String code, List<String> arguments, String path) {}
