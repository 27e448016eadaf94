package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    @Test
    void eachMissingSettingIsNamedWithWhatItIs() {
        assertThat(RequiredSettings.complaints(new MockEnvironment())).hasSize(8)
            .anySatisfy(line -> assertThat(line).contains("MARSHRUT_PUBLIC_URL", "https://"));
    }

    @Test
    void userAndPasswordMayBePartOfTheDatabaseUrl() {
        MockEnvironment settings = complete().withProperty("marshrut.database.url", "jdbc:postgresql://db/marshrut?user=m&password=p")
            .withProperty("marshrut.database.user", "");

        assertThat(RequiredSettings.complaints(settings)).isEmpty();
    }

    @Test
    void thePasswordMayBeEmptyButNotForgotten() {
        assertThat(RequiredSettings.complaints(complete().withProperty("marshrut.database.password", ""))).isEmpty();
    }

    @Test
    void aValueThatCannotBeRightIsShown() {
        assertThat(RequiredSettings.complaints(complete().withProperty("marshrut.public-url", "marshrut.example.ru")))
            .singleElement().asString().contains("MARSHRUT_PUBLIC_URL", "«marshrut.example.ru»");
        assertThat(RequiredSettings.complaints(complete().withProperty("marshrut.admin-email", "Администратор")))
            .singleElement().asString().contains("MARSHRUT_ADMIN_EMAIL", "«Администратор»");
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
            .withProperty("marshrut.database.url", "jdbc:postgresql://db/marshrut")
            .withProperty("marshrut.database.user", "marshrut")
            .withProperty("marshrut.database.password", "p")
            .withProperty("marshrut.mail.host", "smtp.example.ru")
            .withProperty("marshrut.mail.from", "Маршрут 500+ <marshrut@example.ru>")
            .withProperty("marshrut.admin-email", "admin@example.ru")
            .withProperty("marshrut.documents.folder", "/var/lib/marshrut")
            .withProperty("marshrut.public-url", "https://marshrut.example.ru");
    }
}
