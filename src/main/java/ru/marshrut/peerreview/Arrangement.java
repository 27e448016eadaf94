package ru.marshrut.peerreview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import static java.util.stream.Collectors.toSet;

/** Who is with whom while the circles are put together by hand. Nothing here knows the rules of pairing. */
record Arrangement(List<List<Long>> circles) {

    Arrangement {
        circles = circles.stream().filter(circle -> !circle.isEmpty()).map(List::copyOf).toList();
    }

    /** Without the schools that do not take part. */
    Arrangement within(Collection<Long> schools) {
        return new Arrangement(circles.stream().map(circle -> circle.stream().filter(schools::contains).toList()).toList());
    }

    /** Exactly these schools; each that was in no circle gets one of its own. */
    Arrangement placing(Collection<Long> schools) {
        List<List<Long>> all = new ArrayList<>(within(schools).circles);
        Set<Long> placed = all.stream().flatMap(List::stream).collect(toSet());
        schools.stream().filter(school -> !placed.contains(school)).forEach(school -> all.add(List.of(school)));
        return new Arrangement(all);
    }

    /** @param host a school of the circle to go to, or null for a circle of its own */
    Arrangement move(long school, Long host) {
        List<List<Long>> all = new ArrayList<>();
        for (List<Long> circle : circles) {
            List<Long> changed = new ArrayList<>(circle);
            changed.remove(school);
            if (host != null && circle.contains(host)) {
                changed.add(school);
            }
            all.add(changed);
        }
        if (host == null) {
            all.add(List.of(school));
        }
        return new Arrangement(all);
    }

    Arrangement swap(long one, long other) {
        return new Arrangement(circles.stream()
            .map(circle -> circle.stream().map(school -> school == one ? Long.valueOf(other) : school == other ? Long.valueOf(one) : school).toList())
            .toList());
    }
}
