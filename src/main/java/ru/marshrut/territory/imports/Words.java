package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;

/** The Russian words of the workbook, to write and to recognise. */
@Component
class Words {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MessageSource messages;
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Settlement> settlements = new HashMap<>();

    Words(MessageSource messages) {
        this.messages = messages;
        Arrays.stream(Role.values()).forEach(role -> spellings("territory.role." + role).forEach(word -> roles.put(word, role)));
        Arrays.stream(Settlement.values())
            .forEach(kind -> spellings("territory.settlement." + kind).forEach(word -> settlements.put(word, kind)));
    }

    private Stream<String> spellings(String code) {
        return Stream.concat(Stream.of(text(code)), Arrays.stream(text(code + ".also").split(";"))).map(Key::of);
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments.length == 0 ? null : arguments, RUSSIAN);
    }

    String sheet(Sheet sheet) {
        return text("territory.sheet." + sheet);
    }

    String column(Sheet sheet, String column) {
        return text("territory.column." + sheet + "." + column);
    }

    String role(Role role) {
        return text("territory.role." + role);
    }

    String settlement(Settlement settlement) {
        return text("territory.settlement." + settlement);
    }

    /** @return empty for no day */
    String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    Optional<Role> role(String word) {
        return Optional.ofNullable(roles.get(Key.of(word)));
    }

    Optional<Settlement> settlement(String word) {
        return Optional.ofNullable(settlements.get(Key.of(word)));
    }

    boolean meansTheRegion(String word) {
        return Key.of(word).equals(Key.of(text("territory.place.region")));
    }
}
