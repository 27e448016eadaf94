package ru.marshrut.peerreview.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a schedule or report is about.
 *
 * @param municipality null where it covers the whole region
 * @param preparedAt   the state is that of this instant; all times are printed in the region's {@code zone}
 * @param signer       the coordinator who answers for the round
 * @param signerIsMunicipal whether the signer is a municipal coordinator, else a regional one
 */
public record RoundHead(String title, int year, String region, String municipality, ZoneId zone, Calendar calendar,
                        Instant preparedAt, String signer, boolean signerIsMunicipal) {

    /** Last days of the round's steps (seed 001, «Основные этапы взаимоэкспертизы»). */
    public record Calendar(LocalDate notice, LocalDate documents, LocalDate meeting, LocalDate forms) {}
}
