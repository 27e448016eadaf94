package ru.marshrut.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** What two tellings of the same state tell differently. */
record Difference(String of, Object product, Object trail) {

    static List<Difference> between(SortedMap<String, Object> product, SortedMap<String, Object> trail) {
        TreeSet<String> all = new TreeSet<>(product.keySet());
        all.addAll(trail.keySet());
        List<Difference> found = new ArrayList<>();
        for (String key : all) {
            if (!Objects.equals(product.get(key), trail.get(key))) {
                found.add(new Difference(key, product.get(key), trail.get(key)));
            }
        }
        return found;
    }
}
