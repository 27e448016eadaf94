package ru.marshrut.administration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** What the pages have in common: whose territory it is, which day it is there, and how a change is answered. */
@Component
class Keeping {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Viewers viewers;
    private final AccessPolicy policy;
    private final Territory territory;
    private final MessageSource messages;
    private final Clock clock;

    Keeping(Viewers viewers, AccessPolicy policy, Territory territory, MessageSource messages, Clock clock) {
        this.viewers = viewers;
        this.policy = policy;
        this.territory = territory;
        this.messages = messages;
        this.clock = clock;
    }

    Viewer viewer() {
        return viewers.current();
    }

    /** Throws {@link NotYours} where the viewer does not coordinate the place. */
    void requireCoordinator(Place place) {
        if (!allowed(place, () -> coordinates(place))) {
            throw new NotYours("place", place);
        }
    }

    /** Throws {@link NotYours} where the viewer has nothing to do with the place. */
    void requireSight(Place place) {
        if (!allowed(place, () -> policy.maySee(viewer(), place))) {
            throw new NotYours("place", place);
        }
    }

    /** Throws {@link NotYours} where the viewer may not decide who holds the role at the place. */
    void requireSayOver(Role role, Place place) {
        if (!allowed(place, () -> hasSayOver(role, place))) {
            throw new NotYours("place", place);
        }
    }

    boolean coordinates(Place place) {
        return policy.mayCoordinate(viewer(), place);
    }

    /** Coordinators of a municipality are appointed by the region, administrators by administrators only. */
    boolean hasSayOver(Role role, Place place) {
        Viewer viewer = viewer();
        if (role == Role.ADMINISTRATOR && !viewer.holds(Role.ADMINISTRATOR)) {
            return false;
        }
        return policy.mayCoordinate(viewer, place.level() == Level.MUNICIPALITY
            ? Place.region(territory.municipality(place.id()).regionId()) : place);
    }

    private static boolean allowed(Place place, Supplier<Boolean> answer) {
        try {
            return answer.get();
        } catch (NoSuchElementException e) {
            throw new NotYours("place", place); // whether it exists elsewhere is nobody's business
        }
    }

    /** The calendar day of the region. */
    LocalDate today(long regionId) {
        return today(territory.region(regionId).zone());
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments.length == 0 ? null : arguments, RUSSIAN);
    }

    /**
     * Carries a change out and goes back to the page, which says that it is done, or why not; then the form shows
     * what was typed.
     *
     * @param form name under which the page finds what was typed
     */
    String change(String page, String form, Object typed, RedirectAttributes back, String done, Runnable change) {
        try {
            change.run();
            back.addFlashAttribute("done", text(done));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", text(refusal.code(), refusal.arguments()));
            back.addFlashAttribute("refusedField", refusal.field());
            back.addFlashAttribute(form, typed);
        }
        return "redirect:" + page;
    }
}
