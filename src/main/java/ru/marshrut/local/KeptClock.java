package ru.marshrut.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.shared.CannotStart;

/** Keeps how far the business clock was moved, so that it goes on from there at the next start. */
@Component
@Profile("local")
class KeptClock {

    KeptClock(MovableClock clock, @Value("${marshrut.data}") Path data) {
        clock.follow(shift -> keep(data, shift));
    }

    /** @return shift from system time; zero where the clock was never moved */
    static Duration shiftKeptIn(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        String value = "";
        try {
            value = Files.readString(file).strip();
            return Duration.parse(value);
        } catch (IOException | DateTimeParseException e) {
            throw new CannotStart(Words.of("local.clockUnreadable", Map.of("file", file, "value", value)), e);
        }
    }

    private static void keep(Path data, Duration shift) {
        try {
            Files.writeString(file(data), shift.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("clock");
    }
}
