package ru.marshrut.peerreview.pairing;

import ru.marshrut.territory.Settlement;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two schools of seed 002: the curator of the first works in the second, and the second has no curator. */
class PairingOfSeed002Test {

    private static final long VESELOVSKAYA = 2;
    private static final long ZHUKOVSKAYA = 5;
    private static final long CURATOR = 100;

    private static String order;

    @BeforeAll
    static void readOrder() throws IOException {
        try (InputStream seed = PairingOfSeed002Test.class.getResourceAsStream("/seeds/002_6affaa3946b7ff4a.txt")) {
            order = new String(seed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RoundFixture theRoundOfTheOrder() {
        Matcher participants = find("для школ - участниц Проекта 500\\+ - (МБОУ .+? № \\d) - (МБОУ .+? № \\d)");
        Matcher curatorship = find("2\\.2 Куратора проекта (МБОУ .+? № \\d), (.+?), .+? (МБОУ .+? № \\d);");
        assertThat(curatorship.group(1)).as("the curator's school").contains("Веселовской");
        assertThat(curatorship.group(3)).as("where the curator works").contains("Жуковской");
        return RoundFixture.aRound()
                .school(new Participant(VESELOVSKAYA, participants.group(1), 1, "Дубовский район", Settlement.VILLAGE,
                        Set.of("motivation"), Set.of(CURATOR), Set.of()))
                .school(new Participant(ZHUKOVSKAYA, participants.group(2), 1, "Дубовский район", Settlement.VILLAGE,
                        Set.of("motivation"), Set.of(), Set.of(CURATOR)))
                .curatorCalled(CURATOR, curatorship.group(2));
    }

    private static Matcher find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(order);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher;
    }

    @Test
    void isProposedAndAsksForTheCoordinatorsConsent() {
        Proposal proposal = theRoundOfTheOrder().proposal();

        assertThat(RoundFixture.ids(proposal)).containsExactly(List.of(VESELOVSKAYA, ZHUKOVSKAYA));
        Circle pair = proposal.circles().get(0);
        assertThat(pair.needsConsent()).isTrue();
        assertThat(InWords.of(pair.relations().get(0).reasons())).containsExactly(
                "общие рисковые направления: Низкая учебная мотивация",
                "одинаковый тип населённого пункта: сельский населённый пункт",
                "куратор школы «МБОУ Веселовская СШ № 2» (Куратор проекта) работает в школе-партнёре "
                        + "«МБОУ Жуковская СШ № 5»: нужно согласие координатора");
    }

    @Test
    void cannotBeApprovedBeforeTheConsentIsRecorded() {
        CheckedCircles checked = theRoundOfTheOrder().pairing()
                .check(List.of(List.of(VESELOVSKAYA, ZHUKOVSKAYA)));

        assertThat(checked.canBeApproved()).isFalse();
        assertThat(checked.violations()).singleElement().matches(Violation::curedByConsent);
    }

    @Test
    void canBeApprovedWithTheRecordedConsent() {
        RoundFixture round = theRoundOfTheOrder().consent(VESELOVSKAYA, ZHUKOVSKAYA);

        Circle pair = round.proposal().circles().get(0);
        assertThat(pair.needsConsent()).isFalse();
        assertThat(InWords.of(pair.relations().get(0).reasons())).last().asString()
                .endsWith("согласие координатора получено");
        assertThat(round.pairing().check(RoundFixture.ids(round.proposal())).canBeApproved()).isTrue();
    }
}
