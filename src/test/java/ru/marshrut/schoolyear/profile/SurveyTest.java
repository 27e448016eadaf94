package ru.marshrut.schoolyear.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.schoolyear.profile.Survey.Group;

class SurveyTest {

    @Test
    void sharesAreCountedByGroupAndForTheWholeSchool() {
        Survey survey = new Survey(List.of(new Group("pupils", "Обучающиеся", 100, 80), new Group("teachers", "Педагоги", 20, 20)));
        assertThat(survey.groups().get(0).share()).hasValue(0.8);
        assertThat(survey.share()).hasValue(100.0 / 120);
        assertThat(survey.isReported()).isTrue();
    }

    @Test
    void nothingOfNothingIsNeitherAllNorNone() {
        assertThat(new Group("administration", "Администрация", 0, 0).share()).isEmpty();
        assertThat(new Survey(List.of(new Group("administration", "Администрация", 0, 0))).share()).isEmpty();
        assertThat(new Survey(List.of(new Group("pupils", "Обучающиеся", 10, 0), new Group("administration", "Администрация", 0, 0))).share()).hasValue(0);
    }

    @Test
    void whatIsNotReportedHasNoShare() {
        Survey survey = new Survey(List.of(new Group("pupils", "Обучающиеся", null, null)));
        assertThat(survey.isReported()).isFalse();
        assertThat(survey.groups().get(0).share()).isEmpty();
        assertThat(survey.share()).isEmpty();
    }
}
