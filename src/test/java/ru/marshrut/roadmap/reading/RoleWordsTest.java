package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.territory.Role.CURATOR;
import static ru.marshrut.territory.Role.EXPERT;
import static ru.marshrut.territory.Role.MUNICIPAL_COORDINATOR;
import static ru.marshrut.territory.Role.PRINCIPAL;
import static ru.marshrut.territory.Role.REGIONAL_COORDINATOR;
import static ru.marshrut.territory.Role.SCHOOL_COORDINATOR;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

class RoleWordsTest {

    @ParameterizedTest
    @MethodSource
    void rolesAreRecognised(String words, Set<Role> roles) {
        RoleWords.Read read = RoleWords.read(words);

        assertThat(read.roles()).isEqualTo(roles);
        assertThat(read.questions()).isEmpty();
    }

    static Stream<Arguments> rolesAreRecognised() {
        Set<Role> everybody = Set.of(MUNICIPAL_COORDINATOR, CURATOR, SCHOOL_COORDINATOR, PRINCIPAL);
        return Stream.of(
            Arguments.of("Муниципальный координатор", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("МУНИЦИПАЛЬНЫЕ КООРДИНАТОРЫ", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("муниципальным координатором проекта 500+", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("Муницип. коорд.", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("Муниципальный\nкоординатор", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("муниципальный куратор", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("МОУО", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("Муниципальные органы управления образованием", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("Координаторы от ШНОР", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("Координатор от школы", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("школьные координаторы", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("координатор проекта от ОО", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("школы ОО", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("ОО", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("школы – участницы Проекта 500+", Set.of(SCHOOL_COORDINATOR)),
            Arguments.of("Кураторы проекта", Set.of(CURATOR)),
            Arguments.of("куратор школы", Set.of(CURATOR)),
            Arguments.of("Закрепленные кураторы школ-500+", Set.of(CURATOR)),
            Arguments.of("Кураторы\nШколы", Set.of(CURATOR, SCHOOL_COORDINATOR)),
            Arguments.of("Все участники проекта", everybody),
            Arguments.of("все участники Проекта", everybody),
            Arguments.of("руководители школ", Set.of(PRINCIPAL)),
            Arguments.of("Руководители ОО", Set.of(PRINCIPAL)),
            Arguments.of("директора школ", Set.of(PRINCIPAL)),
            Arguments.of("и.о. директора", Set.of(PRINCIPAL)),
            Arguments.of("администрация ОО", Set.of(PRINCIPAL)),
            Arguments.of("Региональный координатор", Set.of(REGIONAL_COORDINATOR)),
            Arguments.of("институт развития образования", Set.of(REGIONAL_COORDINATOR)),
            Arguments.of("ИРО", Set.of(REGIONAL_COORDINATOR)),
            Arguments.of("Директор ГАУ ДПО «ИРО»", Set.of(REGIONAL_COORDINATOR)),
            Arguments.of("Координаторы муниципальных образований", Set.of(MUNICIPAL_COORDINATOR)),
            Arguments.of("Органы местного самоуправления, осуществляющие управление в сфере образования, кураторы",
                Set.of(MUNICIPAL_COORDINATOR, CURATOR)),
            Arguments.of("эксперты", Set.of(EXPERT)),
            Arguments.of("Муниципальный координатор Координаторы от ШНОР", Set.of(MUNICIPAL_COORDINATOR, SCHOOL_COORDINATOR)),
            Arguments.of("Муниципальный координатор, школы ОО", Set.of(MUNICIPAL_COORDINATOR, SCHOOL_COORDINATOR)),
            Arguments.of("кураторы и директора школ", Set.of(CURATOR, PRINCIPAL)),
            Arguments.of("Муниципальные и региональный координаторы; кураторы",
                Set.of(MUNICIPAL_COORDINATOR, REGIONAL_COORDINATOR, CURATOR)));
    }

    @ParameterizedTest
    @MethodSource
    void wordsThatNameNoRoleAreAskedFor(String words, Set<Role> roles, List<String> asked) {
        RoleWords.Read read = RoleWords.read(words);

        assertThat(read.roles()).isEqualTo(roles);
        assertThat(read.questions()).containsExactlyElementsOf(
            asked.stream().map(unknown -> Question.of("roadmap.words.unknownRole", unknown)).toList());
    }

    static Stream<Arguments> wordsThatNameNoRoleAreAskedFor() {
        return Stream.of(
            Arguments.of("Министерство образования", Set.of(), List.of("Министерство образования")),
            Arguments.of("ФИОКО", Set.of(), List.of("ФИОКО")),
            Arguments.of("методист Тестова А.Б.", Set.of(), List.of("методист Тестова А.Б")),
            Arguments.of("Кураторы проекта, методист Тестова А.Б.", Set.of(CURATOR), List.of("методист Тестова А.Б")),
            Arguments.of("ФИОКО, кураторы, рабочая группа", Set.of(CURATOR), List.of("ФИОКО", "рабочая группа")),
            Arguments.of("Координаторы проекта", Set.of(), List.of("Координаторы проекта")),
            Arguments.of("заместители директоров", Set.of(), List.of("заместители директоров")),
            Arguments.of("Федеральный координатор", Set.of(), List.of("Федеральный координатор")),
            Arguments.of("Координатор от МБОУ Примерной СШ № 2", Set.of(SCHOOL_COORDINATOR), List.of("МБОУ Примерной СШ № 2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "—", ","})
    void anEmptyCellAsks(String words) {
        assertThat(RoleWords.read(words)).isEqualTo(new RoleWords.Read(Set.of(), List.of(Question.of("roadmap.words.nobody"))));
    }

    @Test
    void whoeverIsNotNamedIsTheOrganiserOfTheLevel() {
        String title = "Подведение итогов";

        assertThat(RoleWords.propose(MapLevel.REGIONAL, title, "")).isEqualTo(new RoleWords.Proposed(Set.of(REGIONAL_COORDINATOR), false));
        assertThat(RoleWords.propose(MapLevel.MUNICIPAL, title, "")).isEqualTo(new RoleWords.Proposed(Set.of(MUNICIPAL_COORDINATOR), false));
        assertThat(RoleWords.propose(MapLevel.FEDERAL, title, "")).isEqualTo(new RoleWords.Proposed(Set.of(), false));
        assertThat(RoleWords.propose(MapLevel.REGIONAL, "Первичное посещение школы кураторами", "").named()).isTrue();
    }
}
