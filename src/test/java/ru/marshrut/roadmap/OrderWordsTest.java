package ru.marshrut.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import ru.marshrut.calendar.DatePhrases;

class OrderWordsTest {

    private final OrderWords words =
        new OrderWords(new AnnotationConfigApplicationContext("ru.marshrut.calendar.phrases").getBean(DatePhrases.class));

    @Test
    void readsNumberAndDateOfTheSeeds() throws Exception {
        assertThat(words.read(seed("002_6affaa3946b7ff4a"))).isEqualTo(new Order("89", LocalDate.of(2021, 3, 27), null));
        assertThat(words.read(seed("003_293e61bd19a6fb77"))).isEqualTo(new Order("604", LocalDate.of(2021, 3, 16), null));
        assertThat(words.read(seed("004_49959671f311783a"))).isEqualTo(new Order("", LocalDate.of(2021, 2, 1), null));
        assertThat(words.read(seed("001_61e4a64dfd845c14"))).isEqualTo(new Order("", null, null));
    }

    @Test
    void readsTheWordsOfAnAppendix() {
        assertThat(words.read("Приложение 1 к приказу министерства образования Примерной области от 12.02.2021 № 01-05/88 План мероприятий"))
            .isEqualTo(new Order("01-05/88", LocalDate.of(2021, 2, 12), null));
        assertThat(words.read("УТВЕРЖДЕНА\nприказом управления образования\nот «5» марта 2021 г. № 17-од\nДорожная карта"))
            .isEqualTo(new Order("17-од", LocalDate.of(2021, 3, 5), null));
    }

    @Test
    void takesNoOtherNumberForThatOfTheOrder() {
        assertThat(words.read("№\tМероприятие\tСрок\n1\tШкола № 5\t15.03.2021")).isEqualTo(new Order("", null, null));
        assertThat(words.read("План работы школы № 5 на 2021 год")).isEqualTo(new Order("", null, null));
    }

    private static String seed(String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/seeds/" + name + ".txt"));
    }
}
