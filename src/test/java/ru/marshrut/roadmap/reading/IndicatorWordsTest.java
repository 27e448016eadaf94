package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.shared.Question;

class IndicatorWordsTest {

    private final IndicatorWords words = new IndicatorWords(ReadDates.PHRASES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        не менее 95 % школ прошли анкетирование                          | SHARE 95 [SCHOOLS] SURVEY_DONE
        Не менее 99,5% школ прошли анкетирование                         | SHARE 99.5 [SCHOOLS] SURVEY_DONE
        Не менее половины кураторов приняли участие                      | SHARE 50 [CURATORS] ATTENDED
        Все школы приняли участие в семинаре                             | SHARE 100 [SCHOOLS] ATTENDED
        95–100% школ посещены кураторами                                 | SHARE 95 [SCHOOLS] SCHOOL_VISITED
        95% - 100 % школ посещены кураторами                             | SHARE 95 [SCHOOLS] SCHOOL_VISITED
        80 процентов директоров школ участвовали в конференции           | SHARE 80 [PRINCIPALS] ATTENDED
        Доля школ, прошедших анкетирование, составляет 80%               | SHARE 80 [SCHOOLS] SURVEY_DONE
        Семинар проведен в 15 школах                                     | FACT
        15 школ приняли участие в семинаре                               | COUNT 15 [SCHOOLS] ATTENDED
        Проведено не менее 3 семинаров                                   | COUNT 3 [EVENTS]
        Проведены три методических семинара                              | COUNT 3 [EVENTS]
        по 2 публикации в месяц                                          | RATE 2 MONTHLY [PUBLICATIONS]
        Публикации не реже двух раз в неделю                             | RATE 2 WEEKLY [PUBLICATIONS]
        Еженедельные публикации на сайте                                 | RATE 1 WEEKLY [PUBLICATIONS]
        Утверждён список 20 школ                                         | FACT
        Повышение квалификации педагогических работников                 | ''
        100% муниципальных дорожных карт                                 | ?unknownPopulation
        120% школ прошли анкетирование                                   | ?impossibleShare
        -5% школ прошли анкетирование                                    | ?impossibleShare
        100% учителей приняли участие в семинаре                         | ?unknownPopulation
        В школах прошли обучение 80% педагогов                           | ?unknownPopulation
        100% директоров и педагогов школ приняли участие                 | SHARE 100 [PRINCIPALS] ATTENDED ?unknownPopulation
        Проведено не менее 6 семинаров, охвачено 70% кураторов           | COUNT 6 [EVENTS] SHARE 70 [CURATORS] ATTENDED
        Не менее 1 публикации в месяц на сайте каждой школы              | RATE 1 MONTHLY [PUBLICATIONS]
        Каждая школа посещена куратором не менее 2 раз в квартал         | SHARE 100 [SCHOOLS] SCHOOL_VISITED ?alsoRate
        Не менее 30 человек прошли обучение                              | FACT ?unknownCount
        100 % школ завершили второй этап мониторинга                     | SHARE 100 [SCHOOLS] MONITORING_2_PLACED
        100% школ покрашены                                              | SHARE 100 [SCHOOLS] ?unknownAct
        100% школ разместили отчет на сайте                              | SHARE 100 [SCHOOLS] DELIVERED
        100% школ разместили документы мониторинга                       | SHARE 100 [SCHOOLS] ?whichMonitoring
        """)
    void spellingsOfATarget(String text, String expected) {
        IndicatorWords.Read read = words.read(text, "Мероприятие", 2021);

        String told = Stream.concat(read.indicators().stream().map(IndicatorWordsTest::inShort),
            read.questions().stream().map(question -> question.code().replace("roadmap.words.", "?"))).collect(joining(" "));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void aQuestionNamesTheWords() {
        assertThat(words.read("100% учителей приняли участие в семинаре", "Семинар", 2021).questions())
            .containsExactly(Question.of("roadmap.words.unknownPopulation", "100% учителей приняли участие в семинаре"));
    }

    @Test
    void aShareThatTheTitleStatesIsReadWhereTheTableHasNoResults() {
        assertThat(words.read("", "Анкетирование 90% школ", 2021).indicators()).extracting(IndicatorWordsTest::inShort)
            .containsExactly("SHARE 90 [SCHOOLS] SURVEY_DONE");
        assertThat(words.read(null, "Назначен координатор", 2021).indicators()).isEmpty();
    }

    private static String inShort(Indicator indicator) {
        return Stream.of(indicator.kind(), indicator.target() == null ? "" : indicator.target().toPlainString(),
                indicator.per() == null ? "" : indicator.per(), indicator.populations().isEmpty() ? "" : indicator.populations(),
                indicator.outcome() == null ? "" : indicator.outcome())
            .map(String::valueOf).filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
