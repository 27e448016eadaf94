package ru.marshrut.roadmap.web;

import java.time.LocalDate;
import ru.marshrut.roadmap.report.ReportTexts;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;

/** A publication as somebody typed it. */
record LogEntry(LocalDate on, String link, String words) {

    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_LINK = 2000;
    private static final int SHOWN = 60;

    /** As it is kept; throws {@link Refusal} without a day, words or an address of the web. */
    LogEntry checked() {
        if (on == null || !Days.canBeMeant(on)) {
            throw Refusal.ofField("on", "roadmap-figures.log.noDay");
        }
        if (words == null || words.isBlank() || words.length() > LONGEST_WORDS) {
            throw Refusal.ofField("words", "roadmap-figures.log.noWords");
        }
        String typed = link == null ? "" : link.strip();
        String address = typed.length() > LONGEST_LINK ? null : ReportTexts.webAddress(typed).orElse(null);
        if (address == null) {
            throw Refusal.ofField("link", "roadmap-figures.log.noLink", typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed);
        }
        return new LogEntry(on, address, words.strip());
    }
}
