package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.List;
import ru.marshrut.roadmap.Population;

/** Of whom or of what a text counts. */
final class Populations {

    private static final String SCHOOLS = "школ|школа|школы|школе|школу|школой|школам|школами|школах|оо|шнор|снор";
    private static final String ORGANISATIONS = "образовательн*|общеобразовательн* организац*|учрежден*";

    /** What may stand beside a population without changing it. */
    private static final String BESIDE = SCHOOLS + "|от|из|всех|и|,|проект*|500+|участниц*|участник*|заявлен*|общего|числа|количества"
        + "|не|менее|более|выше|данн*|эт*|отобранн*|общеобразовательн*|образовательн*|организаци*|района|региона|муниципалитета|округа";

    /** What begins a clause behind a comma: «школ, отобранных для участия». */
    private static final String CLAUSE = ".+(?:щих|щей|ших|нных|мых|тых|ли|ны|но)|котор.*|где";

    private static final Vocabulary<Population> NAMES = new Vocabulary<Population>()
        .with(SCHOOLS, Population.SCHOOLS)
        .with(ORGANISATIONS, Population.SCHOOLS)
        .with("участниц проекта", Population.SCHOOLS)
        .with("директор*", Population.PRINCIPALS)
        .with("руководител* " + SCHOOLS, Population.PRINCIPALS)
        .with("руководител* " + ORGANISATIONS, Population.PRINCIPALS)
        .with("куратор*", Population.CURATORS)
        .with("школьн* координатор*", Population.SCHOOL_COORDINATORS)
        .with("координатор* [от] " + SCHOOLS, Population.SCHOOL_COORDINATORS)
        .with("муниципальн* координатор*", Population.MUNICIPAL_COORDINATORS)
        .with("пар|пары|парами|парах [куратор*] [" + SCHOOLS + "]", Population.PAIRS)
        .with("кандидат* [в] [куратор*]", Population.CANDIDATES)
        .with("[заявлен*] представител*", Population.REPRESENTATIVES)
        .with("[школьн*] управленческ* команд*", Population.TEAMS)
        .with("школьн* команд*", Population.TEAMS)
        .with("рисков* профил*", Population.RISK_PROFILES)
        .with("рискованн* профил*", Population.RISK_PROFILES)
        .with("рпш", Population.RISK_PROFILES)
        .with("муниципалитет*", Population.MUNICIPALITIES)
        .with("муниципальн* образован*|район*|округ*", Population.MUNICIPALITIES)
        .with("мероприяти* [региональн*|муниципальн*|федеральн*] [дорожн*] [карт*|плана]", Population.MEASURES)
        .with("запланированн* мероприяти*", Population.MEASURES)
        .with("публикаци*|статей|стать*|новост*|пост|поста|постов", Population.PUBLICATIONS)
        .with("семинар*|вебинар*|тренинг*|конференци*|совещани*|встреч*|мастер|выезд*|событи*|урок*|собрани*|практикум*|консультаци*",
            Population.EVENTS)
        .with("круглых|круглого|круглый|круглые стол*", Population.EVENTS);

    private Populations() {}

    static Vocabulary.Found<Population> at(Wording wording, int at) {
        return NAMES.at(wording, at);
    }

    /** @param complete whether all that is named was understood */
    record Named(List<Population> populations, boolean complete) {}

    /** Those that are named together from a word on: «кураторов и директоров школ-500+ приняли …». */
    static Named after(Wording wording, int from, int to) {
        List<Population> named = new ArrayList<>();
        boolean joined = true;
        int at = from;
        while (at < to) {
            Vocabulary.Found<Population> found = NAMES.at(wording, at);
            if (found != null && joined) {
                if (!named.contains(found.meaning())) {
                    named.add(found.meaning());
                }
                at = found.end();
                joined = false;
            } else if (wording.is(at, BESIDE)) {
                joined |= wording.is(at, "и|,");
                at++;
            } else {
                boolean clause = wording.word(at).text().matches(CLAUSE);
                boolean more = at > from && (wording.is(at - 1, "и") || wording.is(at - 1, ",") && !clause);
                return new Named(List.copyOf(named), !named.isEmpty() && !more);
            }
        }
        return new Named(List.copyOf(named), !named.isEmpty());
    }

    /** The first that is named in front of a number: «доля школ, разместивших документы, составляет 80 %». */
    static Named before(Wording wording, int from, int to) {
        for (int at = from; at < to; at++) {
            if (NAMES.at(wording, at) != null) {
                return after(wording, at, to);
            }
        }
        return new Named(List.of(), false);
    }

    /** Whether these are events and the like: that there are so many is all that is counted. */
    static boolean areCountedThemselves(Population population) {
        return population == Population.PUBLICATIONS || population == Population.EVENTS;
    }
}
