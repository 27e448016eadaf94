package ru.marshrut.territory;

import java.time.ZoneId;

/** A region of the federation. {@code code} is its two-digit official code. */
public record Region(long id, String code, String name, ZoneId zone) {

    /** Zone by which the federation's people count their days. */
    public static final ZoneId FEDERATION_ZONE = ZoneId.of("Europe/Moscow");
}
