package ru.marshrut.roadmap.reading;

import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

/** Proposes how a measure shows that it is done, from what its row says. */
final class EvidenceWords {

    private static final String LOGGED = "освещен*|публикаци*|медийн*";

    /** Heads of a title whose result is an act of its own, whatever it speaks of. */
    private static final String ACT_HEADS = "назначение|утверждение|издание|анализ|системный|разработка|составление|формирование|подготовка"
        + "|включение|направление|заключение|отбор|ознакомление|создание";

    private EvidenceWords() {}

    /**
     * @param outcome the stage outcome that is counted where the evidence is {@link Evidence#STAGE}, else null
     * @param notes   what the reader should notice
     */
    record Proposed(Evidence evidence, OutcomeKind outcome, List<Question> notes) {}

    static Proposed propose(String title, String expectedResult, Set<Role> roles, List<Indicator> indicators, Recurrence recurrence) {
        Wording named = Wording.of(title);
        Wording result = Wording.of(expectedResult);
        boolean ofMeasures = indicators.stream().anyMatch(indicator -> indicator.populations().contains(Population.MEASURES));
        if (ofMeasures || Acts.followsRoadMaps(named)) {
            boolean otherwise = indicators.isEmpty() && !Acts.stages("", result.text()).isEmpty();
            return new Proposed(Evidence.MEASURES, null, otherwise ? List.of(Question.of("roadmap.words.resultContradicts")) : List.of());
        }
        if (Acts.approvesMunicipalMaps(named) || Acts.approvesMunicipalMaps(result)) {
            return of(Evidence.MAPS);
        }
        for (Indicator indicator : indicators) {
            if (Acts.isLeftByStage(indicator.outcome())) {
                return stage(indicator.outcome());
            }
        }
        if (indicators.stream().anyMatch(EvidenceWords::isLogged) || named.has(LOGGED) && !Acts.isEvent(named)) {
            return of(Evidence.LOG);
        }
        if (indicators.stream().anyMatch(EvidenceWords::isOfAnEvent)) {
            return of(Evidence.ATTENDANCE);
        }
        return fromWords(named, result, roles, recurrence);
    }

    private static Proposed fromWords(Wording named, Wording result, Set<Role> roles, Recurrence recurrence) {
        if (named.hasPhrase("экспертиза|проверка документов")
            && (roles.contains(Role.CURATOR) || result.has("подтверждение")) && !result.has("получение")) {
            return stage(OutcomeKind.DOCUMENTS_CHECKED);
        }
        boolean act = named.is(0, ACT_HEADS);
        List<OutcomeKind> stages = Acts.stages(named.text(), act ? "" : result.text());
        if (!stages.isEmpty() && !Acts.isEvent(named)) {
            return stage(stages.get(0));
        }
        if (!act && (Acts.isEvent(named) || Acts.isEvent(result))) {
            return of(Evidence.ATTENDANCE);
        }
        return of(recurrence != null && !act ? Evidence.LOG : Evidence.FACT);
    }

    private static boolean isOfAnEvent(Indicator indicator) {
        return indicator.outcome() == OutcomeKind.ATTENDED || indicator.outcome() == OutcomeKind.PRESENTED;
    }

    private static boolean isLogged(Indicator indicator) {
        boolean number = indicator.kind() == IndicatorKind.RATE || indicator.kind() == IndicatorKind.COUNT;
        return number && indicator.populations().stream().allMatch(Populations::areCountedThemselves);
    }

    private static Proposed of(Evidence evidence) {
        return new Proposed(evidence, null, List.of());
    }

    private static Proposed stage(OutcomeKind outcome) {
        return new Proposed(Evidence.STAGE, outcome, List.of());
    }
}
