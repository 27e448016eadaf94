package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

/** Who is responsible for a measure: read from the column of responsible persons, or proposed from what a row says. */
final class RoleWords {

    private static final String SCHOOLS = "школ|школа|школы|школе|школу|школой|школам|школами|школах|оо|шнор|снор|гимназ*|лице*";
    private static final String COORDINATOR = "координатор*|коорд";
    private static final String MUNICIPAL = "муниципальн*|мун|муницип";
    private static final String INSTITUTION = "[гау|гбу|гаоу|гбоу|огау|огаоу] [дпо]";
    /** «ИРО», «РИПКиПРО», «КРИПКиПРО», «ТОИПКРО»: institutes of a region are named so. */
    private static final String INSTITUTE = "иро|риро|оиро|*ипкипро|*ипкро|*ипкиппро";
    private static final String REGIONAL = "региональн*|рег|регион";

    /** What may follow a role without changing it: «кураторы школ-участниц Проекта 500+». */
    private static final String TAIL = SCHOOLS + "|проект*|500+|участни*|образовательн*|общеобразовательн*|организац*|учрежден*"
        + "|район*|муниципалитет*|регион|региона|округ*|всех|закреплен*";
    private static final String JOIN = "и|,|;|а|также|совместно|с|со|при|участии|все|закреплен*|ответственн*";
    private static final String INSTRUMENTAL_END = "ами|ями|ом|ем|ой|ею";
    private static final String WITH = "с|со|между|за|перед|над|для";

    private static final Set<Role> EVERYBODY =
        EnumSet.of(Role.MUNICIPAL_COORDINATOR, Role.CURATOR, Role.SCHOOL_COORDINATOR, Role.PRINCIPAL);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    private static final Vocabulary<Set<Role>> ROLES = vocabulary();

    private RoleWords() {}

    /** @param questions about words that name no role, and about a cell that names nobody */
    record Read(Set<Role> roles, List<Question> questions) {}

    /** @param named whether the row itself says who acts; else the roles are those of the level's organiser */
    record Proposed(Set<Role> roles, boolean named) {}

    /** Reads a cell of the column of responsible persons. */
    static Read read(String words) {
        Wording wording = Wording.of(words);
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        List<Question> questions = new ArrayList<>();
        int at = 0;
        int unknownFrom = -1;
        while (at < wording.size()) {
            Vocabulary.Found<Set<Role>> found = ROLES.at(wording, at);
            if (wording.is(at, "по") && wording.is(at + 1, "согласованию")) {
                askFor(wording, unknownFrom, at, questions);
                unknownFrom = -1;
                at += 2;
                continue;
            }
            boolean known = found != null && !found.meaning().isEmpty();
            boolean join = wording.is(at, JOIN);
            if (known || wording.is(at, ",|;") || join && unknownFrom < 0) {
                askFor(wording, unknownFrom, at, questions);
                unknownFrom = -1;
            } else if (unknownFrom < 0) {
                unknownFrom = at;
            }
            if (known) {
                roles.addAll(found.meaning());
                at = afterTail(wording, found.end());
            } else {
                at = found == null ? at + 1 : found.end();
            }
        }
        askFor(wording, unknownFrom, wording.size(), questions);
        if (roles.isEmpty() && questions.isEmpty()) {
            questions.add(Question.of("roadmap.words.nobody"));
        }
        return new Read(roles, List.copyOf(questions));
    }

    /**
     * Proposes who is responsible where the table has no such column: those whom the title or the result names as acting,
     * else the organiser of the road map's level; for the federation's, nobody.
     */
    static Proposed propose(MapLevel level, String title, String result) {
        EnumSet<Role> named = EnumSet.noneOf(Role.class);
        for (Wording sentence : Wording.sentences(title)) {
            addActors(sentence, named);
        }
        for (Wording sentence : Wording.sentences(result)) {
            if (!sentence.has("график*")) {
                addActors(sentence, named);
            }
            addSubjects(sentence, named);
        }
        addDoers(title, result, named);
        if (!named.isEmpty() && Acts.followsRoadMaps(Wording.of(title))) {
            named.addAll(organiser(level));
        }
        return named.isEmpty() ? new Proposed(organiser(level), false) : new Proposed(named, true);
    }

    private static Set<Role> organiser(MapLevel level) {
        return switch (level) {
            case FEDERAL -> EnumSet.noneOf(Role.class);
            case REGIONAL -> EnumSet.of(Role.REGIONAL_COORDINATOR);
            case MUNICIPAL -> EnumSet.of(Role.MUNICIPAL_COORDINATOR);
        };
    }

    /** «Участие кураторов в …», «посещение кураторами», «размещение школами». */
    private static void addActors(Wording sentence, Set<Role> named) {
        boolean participation = false;
        boolean notActing = false;
        int at = 0;
        while (at < sentence.size()) {
            if (sentence.is(at, "участие") && !sentence.is(at - 1, "приня*|приним*|очное")) {
                participation = true;
            } else if (sentence.is(at, "по|для|о|об|при")) {
                participation = false;
            }
            notActing |= sentence.is(at, WITH + "|подтвержден*|организованн*|проводим*");
            Vocabulary.Found<Set<Role>> found = ROLES.at(sentence, at);
            if (found == null) {
                at++;
                continue;
            }
            boolean acting = participation
                || !notActing && !sentence.is(at - 1, "о|об|в|на|при") && inInstrumental(sentence, at, found.end());
            if (acting) {
                named.addAll(found.meaning());
            }
            at = afterTail(sentence, found.end());
        }
    }

    /** «Школы разместили …», «Школы и кураторы начинают …». */
    private static void addSubjects(Wording sentence, Set<Role> named) {
        EnumSet<Role> subjects = EnumSet.noneOf(Role.class);
        int at = 0;
        Vocabulary.Found<Set<Role>> found = ROLES.at(sentence, at);
        while (found != null) {
            subjects.addAll(found.meaning());
            at = afterTail(sentence, found.end());
            at = sentence.is(at, "и|,") ? at + 1 : at;
            found = ROLES.at(sentence, at);
        }
        if (at < sentence.size() && sentence.word(at).text().matches(".{2,}(?:или|али|ели|шли|яли|ют|ут|ят|ат)")) {
            named.addAll(subjects);
        }
    }

    /** Those who do what the row is about, whoever organises it. */
    private static void addDoers(String title, String result, Set<Role> named) {
        Wording whole = Wording.of(title);
        if (Acts.approvesMunicipalMaps(whole)) {
            named.add(Role.MUNICIPAL_COORDINATOR);
        }
        if (whole.hasPhrase("школ* партнер*") || whole.hasPhrase("обмен форм*") || whole.hasPhrase("обмен документ*")) {
            named.add(Role.SCHOOL_COORDINATOR);
        }
        if (whole.hasPhrase("вовлеченност* регион*")) {
            named.add(Role.REGIONAL_COORDINATOR);
        }
        if (Acts.isEvent(whole)) {
            return; // what a webinar is about is not done there
        }
        for (OutcomeKind kind : Acts.stages(title, result)) {
            switch (kind) {
                case RISK_PROFILE_VERIFIED, SCHOOL_VISITED -> named.add(Role.CURATOR);
                case SURVEY_DONE -> {
                    if (!whole.has("кандидат*")) {
                        named.add(Role.SCHOOL_COORDINATOR);
                    }
                }
                case RISKS_ACTIVATED, CONCEPT_DOCUMENTS_PLACED, MONITORING_1_PLACED, MONITORING_2_PLACED, PEER_REVIEW_DONE,
                     DELIVERED -> named.add(Role.SCHOOL_COORDINATOR);
                default -> { }
            }
        }
    }

    private static boolean inInstrumental(Wording wording, int from, int to) {
        for (int at = from; at < to; at++) {
            String word = wording.word(at).text();
            if (word.length() > 4) {
                for (String end : INSTRUMENTAL_END.split("\\|")) {
                    if (word.endsWith(end)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int afterTail(Wording wording, int from) {
        int at = from;
        while (wording.is(at, TAIL) && !wording.word(at).newItem()) {
            at++;
        }
        return at;
    }

    private static void askFor(Wording wording, int from, int to, List<Question> questions) {
        int end = to;
        while (end > from && from >= 0 && wording.is(end - 1, JOIN)) {
            end--;
        }
        if (from >= 0 && end > from) {
            questions.add(Question.of("roadmap.words.unknownRole", wording.written(from, end)));
        }
    }

    /** Phrases without a role are known not to name one («заместители директоров»), so that no part of them is taken for one. */
    private static Vocabulary<Set<Role>> vocabulary() {
        Set<Role> municipal = EnumSet.of(Role.MUNICIPAL_COORDINATOR);
        Set<Role> regional = EnumSet.of(Role.REGIONAL_COORDINATOR);
        Set<Role> school = EnumSet.of(Role.SCHOOL_COORDINATOR);
        Set<Role> principal = EnumSet.of(Role.PRINCIPAL);
        Set<Role> curator = EnumSet.of(Role.CURATOR);
        Set<Role> both = EnumSet.of(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR);
        return new Vocabulary<Set<Role>>()
            .with(MUNICIPAL + " " + COORDINATOR, municipal)
            .with(MUNICIPAL + " куратор*", municipal)
            .with(MUNICIPAL + " орган* управлени* [в] [сфере] образован*", municipal)
            .with(COORDINATOR + " муниципальн* образован*|район*|округ*", municipal)
            .with("[руководител*|специалист*] орган* местного самоуправления [,] [осуществляющ*] [управлени*] [в] [сфере] [образован*]", municipal)
            .with(COORDINATOR + " [проекта] [500+] [от|в] муниципалитет*|район*|моуо", municipal)
            .with("[руководител*|специалист*|начальник*] моуо|муо|руо|гуо|роо", municipal)
            .with("[руководител*|специалист*|начальник*] [муниципальн*|городск*|районн*] управлени*|отдел* образовани*", municipal)
            .with("[руководител*|специалист*|председател*] [муниципальн*|городск*|районн*] комитет* [по] образовани*", municipal)
            .with(MUNICIPAL + " и|, " + REGIONAL + " " + COORDINATOR, both)
            .with(REGIONAL + " и|, " + MUNICIPAL + " " + COORDINATOR, both)
            .with(REGIONAL + " " + COORDINATOR, regional)
            .with(COORDINATOR + " региона", regional)
            .with("[директор*|ректор*|проректор*|специалист*] " + INSTITUTION + " " + INSTITUTE, regional)
            .with("[директор*|ректор*|проректор*|специалист*] " + INSTITUTION + " институт* развити* образовани*", regional)
            .with(COORDINATOR + " [проекта] [500+] [от|в] [каждой] " + SCHOOLS, school)
            .with(COORDINATOR + " [проекта] [500+] [от|в] образовательн*|общеобразовательн* организац*|учрежден*", school)
            .with("школьн* " + COORDINATOR, school)
            .with(COORDINATOR + " от", school)
            .with("[заявленн*] представител* " + SCHOOLS, school)
            .with("[каждая] " + SCHOOLS, school)
            .with("образовательн*|общеобразовательн* организац*|учрежден*", school)
            .with("администрац* " + SCHOOLS, principal)
            .with("администрац* образовательн*|общеобразовательн* организац*|учрежден*", principal)
            .with("директор*", principal)
            .with("и о директор*", principal)
            .with("врио директор*", principal)
            .with("руководител*|рук|глав* " + SCHOOLS, principal)
            .with("руководител*|рук образовательн*|общеобразовательн* организац*|учрежден*", principal)
            .with("[школьн*] управленческ* команд*", EnumSet.of(Role.PRINCIPAL, Role.SCHOOL_COORDINATOR))
            .with("школьн* команд*", EnumSet.of(Role.PRINCIPAL, Role.SCHOOL_COORDINATOR))
            .with("куратор*", curator)
            .with("эксперт", EnumSet.of(Role.EXPERT)).with("эксперты", EnumSet.of(Role.EXPERT))
            .with("эксперта|эксперту|экспертом|экспертов|экспертам|экспертами", EnumSet.of(Role.EXPERT))
            .with("[региональн*|муниципальн*] эксперт|эксперты|эксперта|экспертов", EnumSet.of(Role.EXPERT))
            .with("все|всех|всеми участник*|участников|участниками [проекта]", EVERYBODY)
            .with("участники|участников|участниками проекта", EVERYBODY)
            .with("кандидат* в куратор*", NOBODY)
            .with("заместител*|зам директор*|руководител*", NOBODY)
            .with("федеральн* " + COORDINATOR, NOBODY)
            .with("родител*|педагог*|учител* " + SCHOOLS, NOBODY);
    }
}
