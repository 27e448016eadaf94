package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page break can cut any row of the seeds behind any word: it is put together again all the same. */
class CutAnywhereTest {

    /** Cuts to be tried are many; every fourth word of a row, its result cut and whole by turns, stands for them. */
    private static final int STEP = 4;

    @ParameterizedTest
    @EnumSource(names = {"OF_002", "OF_003"})
    void theRowIsPutTogether(Seeds seed) {
        List<String> whole = rows(seed.text(), seed);
        List<String> lines = List.of(seed.text().split("\n", -1));
        for (int line = 0; line < lines.size(); line++) {
            List<String> cells = List.of(lines.get(line).split("\t", -1));
            int words = cells.size() < 4 || !cells.get(0).matches("\\d+\\.") ? 0 : cells.get(1).split(" ").length;
            for (int cut = 1 + line % STEP; cut < words; cut += STEP) {
                List<String> torn = new ArrayList<>(lines);
                torn.set(line, torn(cells, cut, (line + cut) % 2 == 0));

                assertThat(rows(String.join("\n", torn), seed)).as(torn.get(line)).isEqualTo(whole);
            }
        }
    }

    private static String torn(List<String> cells, int cut, boolean alsoResult) {
        List<String> above = new ArrayList<>(cells);
        List<String> below = new ArrayList<>(Collections.nCopies(cells.size(), ""));
        cutCell(1, cut, above, below);
        int last = cells.size() - 1;
        int resultWords = cells.get(last).split(" ").length;
        if (alsoResult && resultWords > 1) {
            cutCell(last, 1 + cut % (resultWords - 1), above, below);
        }
        return String.join("\t", above) + "\n\n" + String.join("\t", below);
    }

    private static void cutCell(int cell, int cut, List<String> above, List<String> below) {
        List<String> words = List.of(above.get(cell).split(" "));
        below.set(cell, String.join(" ", words.subList(cut, words.size())));
        above.set(cell, String.join(" ", words.subList(0, cut)));
    }

    private static List<String> rows(String text, Seeds seed) {
        return Reader.read(text, seed.context()).stream().flatMap(table -> table.rows().stream())
            .map(row -> row.content().title() + row.content().windows() + row.content().expectedResult().replace('\n', ' ')).toList();
    }
}
