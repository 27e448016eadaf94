package ru.marshrut.roadmap.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.shared.Question;

/**
 * Reads the indicators that an expected result states. A completed act («утверждён список») is a fact; an aim without a
 * measure («повышение квалификации») is no indicator.
 */
final class IndicatorWords {

    private static final String COMPLETED_STEMS = "утвержден,назначен,проведен,направлен,разработан,сформирован,создан,издан,заключен,"
        + "подготовлен,организован,опубликован,размещен,внесен,верифицирован,закреплен,определен,отобран,согласован,составлен,"
        + "представлен,получен,выявлен,принят,выпущен,подведен,проанализирован,актуализирован,исполнен,выполнен,завершен,"
        + "обеспечен,посещен,активирован,загружен,оформлен,подписан,открыт,включен,собран,изучен,подтвержден,передан,отправлен,выбран";
    private static final String COMPLETED = completed()
        + "посетили|прошли|разместили|направили|провели|утвердили|назначили|приняли|активировали|подготовили|разработали|представили"
        + "|загрузили|опубликовали|завершили|получили";

    /** «Наличие приказа» says what «издан приказ» says. */
    private static final String ACT_PAPERS = "приказ*|утвержденн*|распоряжени*|соглашени*|договор*|плана|планов|программы|программ|протокол*|карты";

    private final DatePhrases dates;

    IndicatorWords(DatePhrases dates) {
        this.dates = dates;
    }

    /** @param questions about targets that cannot be, and about whom or what is to be counted */
    record Read(List<Indicator> indicators, List<Question> questions) {}

    /**
     * Reads what a row expects. Where it says nothing of that, the shares of its title are read.
     *
     * @param year that is meant where the words name none
     */
    Read read(String expectedResult, String title, int year) {
        boolean fromTitle = expectedResult == null || expectedResult.isBlank();
        Reading reading = new Reading(Wording.of(title + "\n" + expectedResult), year);
        for (Wording sentence : Wording.sentences(fromTitle ? title : expectedResult)) {
            boolean read = reading.readShares(sentence) || fromTitle || reading.readNumber(sentence) || reading.readFact(sentence);
            if (!read && sentence.has("%|процент*")) {
                reading.questions.add(Question.of("roadmap.words.unknownShare", trimmed(sentence.text())));
            }
        }
        return new Read(List.copyOf(reading.indicators), reading.questions.stream().distinct().toList());
    }

    private final class Reading {

        private final Wording context;
        private final int year;
        private final List<Indicator> indicators = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();

        Reading(Wording context, int year) {
            this.context = context;
            this.year = year;
        }

        /** Several shares of one sentence divide it; one that says nothing of what is done shares the words of the next. */
        boolean readShares(Wording sentence) {
            List<Quantities.Share> shares = Quantities.shares(sentence);
            if (!shares.isEmpty()) {
                readBesideShares(sentence, shares.get(0));
            }
            for (int i = 0; i < shares.size(); i++) {
                Quantities.Share share = shares.get(i);
                int from = i == 0 ? 0 : share.from();
                int to = i + 1 < shares.size() ? shares.get(i + 1).from() : sentence.size();
                Wording part = sentence.part(from, to);
                String words = words(sentence, share, part, from, to);
                if (share.isImpossible()) {
                    questions.add(Question.of("roadmap.words.impossibleShare", words));
                    continue;
                }
                Populations.Named named = Populations.after(sentence, share.to(), to);
                if (named.populations().isEmpty() && (share.to() == to || sentence.is(share.to(), ","))) {
                    named = Populations.before(sentence, from, share.from());
                }
                if (!named.complete()) {
                    questions.add(Question.of("roadmap.words.unknownPopulation", words));
                }
                List<Population> populations = named.populations();
                if (populations.isEmpty()) {
                    continue;
                }
                OutcomeKind outcome = outcome(part, sentence.part(from, sentence.size()), populations, words);
                indicators.add(new Indicator(IndicatorKind.SHARE, populations, share.percent(), null, outcome,
                    asOf(sentence), words));
            }
            return !shares.isEmpty();
        }

        /** «Проведено 6 семинаров, охвачено 70 % …», «100 % школ посещены не менее 2 раз в квартал». */
        private void readBesideShares(Wording sentence, Quantities.Share first) {
            Wording before = sentence.part(0, first.from());
            Quantities.Count count = Quantities.count(before);
            if (count != null && Populations.areCountedThemselves(count.population())) {
                readNumber(before);
            }
            if (sentence.has("раз|раза") && Quantities.period(sentence) != null) {
                questions.add(Question.of("roadmap.words.alsoRate", trimmed(sentence.text())));
            }
        }

        /** Its own, and those of the next where they say what is done: «50 % кураторов и 30 % директоров опубликовали …». */
        private String words(Wording sentence, Quantities.Share share, Wording part, int from, int to) {
            boolean alone = from == 0 && to == sentence.size();
            boolean sharesWords = to < sentence.size() && Acts.of(part, List.of(Population.values())) == null;
            return trimmed(sentence.upTo(alone ? 0 : share.from(), sharesWords ? sentence.size() : to));
        }

        boolean readNumber(Wording sentence) {
            Quantities.Count count = Quantities.count(sentence);
            if (count == null) {
                return false;
            }
            String words = trimmed(sentence.text());
            Recurrence.Kind per = Quantities.period(sentence);
            boolean ofItself = Populations.areCountedThemselves(count.population());
            List<Population> populations = List.of(count.population());
            if (!ofItself && Acts.of(sentence, populations) == null && sentence.has(COMPLETED)) {
                return false; // «утверждён список 20 школ»
            }
            OutcomeKind outcome = ofItself ? null : outcome(sentence, sentence, populations, words);
            indicators.add(new Indicator(per == null ? IndicatorKind.COUNT : IndicatorKind.RATE, populations,
                BigDecimal.valueOf(count.number()), per, outcome, asOf(sentence), words));
            return true;
        }

        boolean readFact(Wording sentence) {
            if (Quantities.asksForANumber(sentence)) {
                questions.add(Question.of("roadmap.words.unknownCount", trimmed(sentence.text())));
            }
            for (int at = 0; at < sentence.size(); at++) {
                if ((sentence.is(at, COMPLETED) || at == 0 && sentence.is(0, "наличие") && sentence.is(1, ACT_PAPERS)) && !sentence.is(at - 1, "не")) {
                    indicators.add(new Indicator(IndicatorKind.FACT, List.of(), null, null, factOutcome(sentence), asOf(sentence),
                        trimmed(sentence.text())));
                    return true;
                }
            }
            return false;
        }

        private OutcomeKind outcome(Wording part, Wording rest, List<Population> populations, String words) {
            OutcomeKind said = Acts.of(part, populations);
            if (said == null) {
                said = Acts.of(rest, populations);
            }
            if (said == null && !part.has(COMPLETED)) {
                said = Acts.of(context, populations);
            }
            if (said == null) {
                questions.add(Question.of("roadmap.words.unknownAct", words));
                return null;
            }
            if (said != OutcomeKind.DELIVERED) {
                return said;
            }
            OutcomeKind placed = Acts.placing(context);
            if (placed == null) {
                questions.add(Question.of("roadmap.words.whichMonitoring", words));
            }
            return placed;
        }

        private OutcomeKind factOutcome(Wording sentence) {
            if (Acts.approvesMunicipalMaps(sentence)) {
                return OutcomeKind.ROAD_MAP_APPROVED;
            }
            OutcomeKind ofSchools = Acts.of(sentence, List.of(Population.SCHOOLS));
            if (ofSchools == OutcomeKind.DELIVERED) {
                ofSchools = sentence.has("разместили|загрузили") ? Acts.placing(context) : null;
            }
            return Acts.isLeftByStage(ofSchools) || ofSchools == OutcomeKind.VISIT_SCHEDULE_APPROVED ? ofSchools : null;
        }

        private LocalDate asOf(Wording sentence) {
            return dates.mentionedIn(sentence.text(), year).stream()
                .flatMap(phrase -> phrase.windows().stream())
                .filter(window -> window.precision() == Precision.DAY)
                .map(Window::due).filter(Objects::nonNull)
                .reduce((first, second) -> second).orElse(null);
        }
    }

    private static String trimmed(String words) {
        return words.strip().replaceFirst("(?:[\\s,;.]|\\sи)+$", "");
    }

    private static String completed() {
        StringBuilder forms = new StringBuilder();
        for (String stem : COMPLETED_STEMS.split(",")) {
            for (String end : List.of("", "а", "о", "ы")) {
                forms.append(stem).append(end).append('|');
            }
        }
        return forms.toString();
    }
}
