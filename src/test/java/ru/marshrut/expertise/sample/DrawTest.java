package ru.marshrut.expertise.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ru.marshrut.expertise.Expertise.SampleRule.COUNT;
import static ru.marshrut.expertise.Expertise.SampleRule.SHARE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.marshrut.expertise.Expertise.SampleRule;

class DrawTest {

    private static final long SEED = 20221115;

    /** The numbers were counted apart from the product, by any tool that knows SHA-256 and the natural logarithm. */
    private static final List<Candidate> EXAMPLE = List.of(candidate(101, 1, 1), candidate(102, 1, 3), candidate(103, 1, 1),
        candidate(104, 1, 2), candidate(105, 1, 1), candidate(201, 2, 1), candidate(202, 2, 1), candidate(301, 3, 1));

    private static Candidate candidate(long school, long municipality, int weight) {
        return new Candidate(school, school, municipality, weight);
    }

    @ParameterizedTest
    @CsvSource({"0, 7156db1c5a7d4, 0.8147916386955447", "1, 7a796ad79209e, 0.24575878080013858", "2, 3d5206e45e0ba, 1.429064579271323",
        "3, 54878017f37f0, 0.5540396223686311", "4, 974ea926bef8d, 0.5258647842258661", "5, 5c8a7238f7e1d, 1.0175277578018431",
        "6, 3a27634236984, 1.4820852166113814", "7, e4945e62f403d, 0.1132930880845364"})
    void aLotCanBeCountedByAnyone(int at, String digits, double key) {
        Lot lot = Lot.of(SEED, EXAMPLE.get(at));

        assertThat(lot.digits()).isEqualTo(digits);
        assertThat(lot.key()).isCloseTo(key, within(1e-14));
    }

    @Test
    void theExampleIsDrawnAsPublished() {
        assertThat(new Draw(SEED, COUNT, 2).among(EXAMPLE)).isEqualTo(Set.of(102L, 105L, 201L, 202L, 301L));
        assertThat(new Draw(SEED, SHARE, 50).among(EXAMPLE)).isEqualTo(Set.of(102L, 105L, 104L, 201L, 301L));
        assertThat(new Draw(SEED, SHARE, 1).among(EXAMPLE)).as("at least one of each").isEqualTo(Set.of(102L, 201L, 301L));
        assertThat(new Draw(SEED, SHARE, 100).among(EXAMPLE)).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"SHARE, 25, 4, 1", "SHARE, 25, 5, 2", "SHARE, 10, 10, 1", "SHARE, 10, 11, 2", "SHARE, 34, 3, 2", "SHARE, 33, 3, 1", "SHARE, 100, 7, 7",
        "SHARE, 300, 7, 7", "COUNT, 3, 2, 2", "COUNT, 3, 3, 3", "COUNT, 3, 40, 3", "COUNT, 2147483647, 4, 4", "SHARE, 2147483647, 4, 4"})
    void aShareIsRoundedUpAndASmallMunicipalityGivesAllItHas(SampleRule rule, int size, int schools, int drawn) {
        assertThat(new Draw(SEED, rule, size).quota(schools)).isEqualTo(drawn);
    }

    @Property(tries = 300)
    void sizesAreExactAndTheOrderOfTheSchoolsDoesNotMatter(@ForAll Random random, @ForAll long seed, @ForAll SampleRule rule,
                                                           @ForAll @IntRange(min = 1, max = 120) int size, @ForAll @IntRange(min = 1, max = 60) int schools) {
        List<Candidate> candidates = LongStream.rangeClosed(1, schools)
            .mapToObj(school -> candidate(school, random.nextInt(5), 1 + random.nextInt(10))).toList();
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        Draw draw = new Draw(seed, rule, size);

        Set<Long> drawn = draw.among(candidates);

        assertThat(draw.among(shuffled)).isEqualTo(drawn);
        candidates.stream().collect(groupingBy(Candidate::municipalityId, counting())).forEach((municipality, there) -> {
            long here = candidates.stream().filter(one -> one.municipalityId() == municipality && drawn.contains(one.schoolId())).count();
            assertThat(here).isEqualTo(draw.quota(there.intValue())).isPositive();
        });
    }

    @Property(tries = 1000)
    void aKeyIsPositiveAndFinite(@ForAll long seed, @ForAll @LongRange(min = 1) long school, @ForAll @IntRange(min = 1, max = 11) int weight) {
        assertThat(Lot.of(seed, candidate(school, 1, weight)).key()).isPositive().isFinite();
    }

    /** One of four schools is drawn: of weight 1, 1, 2 and 4 the last one in every second case. */
    @Test
    void aHeavierSchoolIsDrawnMoreOften() {
        List<Candidate> candidates = List.of(candidate(1, 1, 1), candidate(2, 1, 1), candidate(3, 1, 2), candidate(4, 1, 4));
        int times = 40_000;

        Map<Long, Long> drawn = IntStream.range(0, times).mapToObj(seed -> new Draw(seed, COUNT, 1).among(candidates).iterator().next())
            .collect(groupingBy(school -> school, counting()));

        candidates.forEach(candidate -> assertThat(drawn.get(candidate.schoolId()) / (double) times).as("weight %d", candidate.weight())
            .isCloseTo(candidate.weight() / 8.0, within(0.01)));
    }
}
