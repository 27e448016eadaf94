package ru.marshrut.schoolyear.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Map<String, String> DIRECTIONS = Map.of("staff", "Дефицит педагогических кадров", "parents", "Низкий уровень вовлечённости родителей");

    @ParameterizedTest
    @CsvSource({"Высокий, HIGH", "высокий риск, HIGH", "ВЫСОКИЙ УРОВЕНЬ РИСКА, HIGH", "3, HIGH", "в, HIGH", "В., HIGH", "выс., HIGH", "B, HIGH",
        "средний, MEDIUM", "Средняя, MEDIUM", "2, MEDIUM", "с, MEDIUM", "C, MEDIUM", "сред., MEDIUM", "риск средний, MEDIUM",
        "низкий, LOW", "Низкая степень риска, LOW", "1, LOW", "низк., LOW", "не определён, UNKNOWN", "Не определен, UNKNOWN", "неопределено, UNKNOWN"})
    void aLevelIsReadHoweverItIsWritten(String cell, RiskLevel level) {
        assertThat(Words.level(cell)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "н", "H", "-", "—", "0", "4", "33", "1-2", "3 (высокий)", "низкий/средний", "невысокий", "не высокий", "риск", "уровень риска",
        "есть", "да", "+", "очень высокий", "высокий?нет", "high", "#Н/Д", "нет данных", "2.5", "100%"})
    void whatCanBeReadInTwoWaysOrNoneIsNotRead(String cell) {
        assertThat(Words.level(cell)).isEmpty();
    }

    @Test
    void aDirectionIsFoundByItsNameWithOrWithoutNumberAndByItsCode() {
        assertThat(Words.direction("10. Низкий уровень вовлеченности родителей ", DIRECTIONS)).contains("parents");
        assertThat(Words.direction("2) дефицит   педагогических кадров", DIRECTIONS)).contains("staff");
        assertThat(Words.direction("STAFF", DIRECTIONS)).contains("staff");
        assertThat(Words.direction("Дефицит кадров", DIRECTIONS)).isEmpty();
        assertThat(Words.direction("2", DIRECTIONS)).isEmpty();
    }
}
