package ru.marshrut.expertise.result;

import java.util.List;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Rubric;

/**
 * What a school gets to know: its points with the words of their levels, the experts' comments and remarks; no expert's name, no
 * expert's own points.
 *
 * @param lines   one for each criterion of the content part; points are null until they are settled
 * @param remarks that belong to no criterion
 */
public record SchoolResult(Expertise expertise, Rubric rubric, SchoolPoints school, List<Line> lines, List<String> remarks) {

    /**
     * @param words   of the level; null where the source of the rubric does not say
     * @param changed on an appeal
     */
    public record Line(Criterion criterion, Integer points, String words, boolean changed, List<String> comments, List<String> remarks) {}
}
