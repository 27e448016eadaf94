package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;

/** What the words of a row say is done in the programme. */
final class Acts {

    private static final String DOCUMENTS = "документ*|данн*|материал*|программ*|концепц*|карт*|сведени*|отчет*|план*|файл*|анализ*";
    private static final String EVENTS = "семинар*|вебинар*|тренинг*|конференци*|совещани*|встреч*|класс*|мастер|урок*|собрани*"
        + "|практикум*|консультац*|стол|стола|столы|столов|событи*|нпк|марафон*|конкурс*|сесси*|стажировк*|лекци*|форум*|вкс";

    /** @param all each holds at least one of the forms that the words must show */
    private record Act(OutcomeKind kind, Set<Population> of, List<String> all) {

        static Act of(OutcomeKind kind, Set<Population> of, String... all) {
            return new Act(kind, of, List.of(all));
        }

        boolean said(Wording words) {
            return all.stream().allMatch(words::has);
        }
    }

    private static final Set<Population> PEOPLE = EnumSet.of(Population.SCHOOLS, Population.PRINCIPALS, Population.CURATORS,
        Population.SCHOOL_COORDINATORS, Population.MUNICIPAL_COORDINATORS, Population.PAIRS, Population.CANDIDATES,
        Population.REPRESENTATIVES, Population.TEAMS, Population.MUNICIPALITIES);
    private static final Set<Population> OF_SCHOOL = EnumSet.of(Population.SCHOOLS, Population.RISK_PROFILES);
    private static final Set<Population> SCHOOLS = EnumSet.of(Population.SCHOOLS);

    /** In the order in which they are looked for: what is more special comes first. */
    private static final List<Act> ACTS = List.of(
        Act.of(OutcomeKind.MEASURE_DONE, EnumSet.of(Population.MEASURES), "исполнен*|выполнен*|реализован*|проведен*|завершен*"),
        Act.of(OutcomeKind.PEER_REVIEW_DONE, EnumSet.of(Population.SCHOOLS, Population.PAIRS), "взаимоэкспертиз*|взаимопроверк*"),
        Act.of(OutcomeKind.VISIT_SCHEDULE_APPROVED, EnumSet.of(Population.SCHOOLS, Population.MUNICIPALITIES, Population.CURATORS),
            "график*", "посещен*", "утвержд*|согласова*"),
        Act.of(OutcomeKind.SURVEY_DONE, EnumSet.of(Population.SCHOOLS, Population.CANDIDATES), "анкетирован*|опрос*"),
        Act.of(OutcomeKind.RISKS_ACTIVATED, SCHOOLS, "активир*|активац*", "рисков*|риск*"),
        Act.of(OutcomeKind.SCHOOL_VISITED, SCHOOLS, "посещены|посещена|посетил*|посещение", "куратор*"),
        Act.of(OutcomeKind.RISK_PROFILE_VERIFIED, OF_SCHOOL, "верифицир*|верификац*"),
        Act.of(OutcomeKind.RISK_PROFILE_ANALYSED, OF_SCHOOL, "проанализир*|анализ", "профил*|рпш"),
        Act.of(OutcomeKind.CURATOR_APPOINTED, SCHOOLS, "назначен*|закреплен*|определен*", "куратор*"),
        Act.of(OutcomeKind.ROAD_MAP_APPROVED, EnumSet.of(Population.MUNICIPALITIES), "карт*|план*", "утвержд*|утвердил*|разработ*|принят*"),
        Act.of(OutcomeKind.PRESENTED, PEOPLE, "представил*|представлен*|транслир*|поделил*|обобщ*", "опыт*|практик*"),
        Act.of(OutcomeKind.PRESENTED, PEOPLE, "выступил*"),
        Act.of(OutcomeKind.PUBLISHED, PEOPLE, "опубликова*|публикац*|статьи|статью"),
        Act.of(OutcomeKind.PUBLISHED, PEOPLE, "разместил*|размещен*", "информаци*|новост*"),
        Act.of(OutcomeKind.ATTENDED, PEOPLE, "посетил*|присутств*|прошли|прослушал*|вовлечен*|охвачен*",
            EVENTS + "|обучен*|курс*|мероприят*|квалификац*|подготовк*"),
        Act.of(OutcomeKind.ATTENDED, PEOPLE, "получили|получивш*", "консультац*|поддержк*|помощь|сопровожден*"),
        Act.of(OutcomeKind.ATTENDED, PEOPLE, "приняли|принявш*|примут|принимают|участвова*|участвую*|охвачен*|обучен*|обучен|повысил*"),
        Act.of(OutcomeKind.DELIVERED, SCHOOLS, "завершил*|завершен*|прошл*", "мониторинг*"),
        Act.of(OutcomeKind.DELIVERED, SCHOOLS,
            "разместил*|размещен*|разместивш*|загрузил*|загружен*|представил*|представлены|предоставил*|направил*|направлены"
                + "|сдали|разработал*",
            DOCUMENTS),
        Act.of(OutcomeKind.DOCUMENTS_CHECKED, SCHOOLS, "подтвержд*|проверен*|экспертиз*", "документ*"),
        Act.of(OutcomeKind.POSITIVE_CHANGES, SCHOOLS, "позитивн*|положительн*", "изменен*|динамик*"),
        Act.of(OutcomeKind.ATTENDED, PEOPLE, "участие"));

    private static final Set<OutcomeKind> LEFT_BY_STAGES = EnumSet.of(OutcomeKind.SURVEY_DONE, OutcomeKind.RISKS_ACTIVATED,
        OutcomeKind.RISK_PROFILE_VERIFIED, OutcomeKind.RISK_PROFILE_ANALYSED, OutcomeKind.SCHOOL_VISITED,
        OutcomeKind.CONCEPT_DOCUMENTS_PLACED, OutcomeKind.MONITORING_1_PLACED, OutcomeKind.MONITORING_2_PLACED,
        OutcomeKind.DOCUMENTS_CHECKED, OutcomeKind.POSITIVE_CHANGES, OutcomeKind.PEER_REVIEW_DONE, OutcomeKind.DELIVERED);

    private Acts() {}

    static boolean isLeftByStage(OutcomeKind kind) {
        return kind != null && LEFT_BY_STAGES.contains(kind);
    }

    /** What is said of these populations, or null. */
    static OutcomeKind of(Wording words, List<Population> populations) {
        for (Act act : ACTS) {
            if (populations.stream().anyMatch(act.of()::contains) && act.said(words)) {
                return act.kind();
            }
        }
        return null;
    }

    /** Which documents are placed: those of a monitoring stage, the concept documents, or others; null where the stage is not told. */
    static OutcomeKind placing(Wording context) {
        boolean monitoring = context.has("мониторинг*");
        boolean first = context.hasPhrase("1|i|перв*|первичн* этап*|мониторинг*");
        boolean second = context.hasPhrase("2|ii|втор*|повторн* этап*|мониторинг*");
        if (monitoring || context.has("подтверждающ*") && (first || second)) {
            if (first == second) {
                return null;
            }
            return first ? OutcomeKind.MONITORING_1_PLACED : OutcomeKind.MONITORING_2_PLACED;
        }
        boolean concept = context.has("концепци*|концептуальн*") || context.hasPhrase("программ* развити*");
        return concept ? OutcomeKind.CONCEPT_DOCUMENTS_PLACED : OutcomeKind.DELIVERED;
    }

    /** Stage outcomes that title and result are about, the title's first. */
    static List<OutcomeKind> stages(String title, String result) {
        List<OutcomeKind> stages = new ArrayList<>();
        Wording context = Wording.of(title + "\n" + result);
        for (Wording sentence : Wording.sentences(title)) {
            addStages(sentence, context, stages);
        }
        Wording whole = Wording.of(title);
        if (whole.has("мониторинг*") && whole.has("этап*") && !followsRoadMaps(whole) && placing(whole) != null) {
            stages.add(placing(whole));
        }
        for (Wording sentence : Wording.sentences(result)) {
            addStages(sentence, context, stages);
        }
        return stages.stream().distinct().toList();
    }

    private static void addStages(Wording words, Wording context, List<OutcomeKind> stages) {
        boolean topic = words.has("вопрос*|для") && isEvent(words);
        if (topic) {
            return;
        }
        if (words.has("анкетирован*") && !words.has("данн*")) {
            stages.add(OutcomeKind.SURVEY_DONE);
        }
        if (words.has("посещени*|посетил*|посещены") && words.has("куратор*") && !words.has("график*")) {
            stages.add(OutcomeKind.SCHOOL_VISITED);
        }
        if (words.has("активац*|активир*") && words.has("рисков*|риск*")) {
            stages.add(OutcomeKind.RISKS_ACTIVATED);
        }
        if (words.has("верификац*|верифицир*") && words.has("профил*|рпш")) {
            stages.add(OutcomeKind.RISK_PROFILE_VERIFIED);
        }
        if (words.has("взаимоэкспертиз*") || words.hasPhrase("итогового файла")) {
            stages.add(OutcomeKind.PEER_REVIEW_DONE);
        }
        if (words.has("размещение|разместил*") && words.has(DOCUMENTS) && placing(context) != null) {
            stages.add(placing(context));
        }
    }

    static boolean isEvent(Wording words) {
        return words.has(EVENTS) || words.hasPhrase("методическ* дн*|день") || words.hasPhrase("дней министерства");
    }

    /** «Мониторинг реализации региональных дорожных карт». */
    static boolean followsRoadMaps(Wording words) {
        return words.has("мониторинг*") && words.has("реализаци*|исполнени*|выполнени*")
            && (words.hasPhrase("дорожн* карт*") || words.hasPhrase("план* график*"));
    }

    /** «Утверждение муниципальных дорожных карт». */
    static boolean approvesMunicipalMaps(Wording words) {
        return words.hasPhrase("муниципальн* дорожн* карт*") && words.has("утвержд*|разработк*|разработан*|приняти*");
    }
}
