package ru.marshrut.peerreview.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class PairingWordsTest {

    @Test
    void everythingThatPairingSaysHasRussianWordsAndNoWordsAreLeftOver() throws IOException {
        Properties bundle = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/messages/peerreview-pairing.properties")) {
            bundle.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(bundle.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Word.values()).map(Word::key).toList());
        assertThat(bundle.values()).allSatisfy(text -> assertThat(text.toString()).doesNotContainPattern("[A-Za-z']"));
    }
}
