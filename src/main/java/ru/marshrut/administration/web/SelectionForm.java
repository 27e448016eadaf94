package ru.marshrut.administration.web;

import java.time.LocalDate;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Selection;

/** What is typed to take schools a step further; of order and reason the one that the step needs. */
record SelectionForm(String programme, int year, Selection.State to, String from, String orderNumber, String orderDay, String reason) {

    SelectionForm {
        programme = programme == null ? Participations.PROGRAMME : programme;
    }

    static SelectionForm of(String programme, int year, LocalDate today) {
        return new SelectionForm(programme, year, null, today.toString(), "", "", "");
    }

    /** Throws {@link Refusal} where something is missing. */
    Selection.Step step(Keeping keeping, LocalDate today) {
        if (to == null) {
            throw Refusal.ofField("to", "administration.selection.noStep");
        }
        String words = to == Selection.State.SELECTED ? Typed.order(orderNumber, orderDay, keeping) : reason == null ? "" : reason.strip();
        LocalDate on = Typed.day("from", from, "administration.selection.noDay");
        if (to == Selection.State.LEFT && on.isAfter(today)) { // its year ends with it, and that is done now
            throw Refusal.ofField("from", "administration.selection.leavesLater");
        }
        return new Selection.Step(programme, Typed.year(year), to, on, words);
    }
}
