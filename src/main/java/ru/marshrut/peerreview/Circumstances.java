package ru.marshrut.peerreview;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** What else has to be said of a circle in its files: extensions, schools that went no further, forms that were not finished. */
@Component
class Circumstances {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Territory territory;
    private final MessageSource messages;

    Circumstances(Territory territory, MessageSource messages) {
        this.territory = territory;
        this.messages = messages;
    }

    List<String> of(Circle circle) {
        return of(circle, territory.schools(circle.sides().stream().map(Side::schoolId).toList()));
    }

    List<String> of(Circle circle, Map<Long, School> schools) {
        List<String> said = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (circle.extensions().containsKey(stage)) {
                said.add(words("peerreview.circumstance.extended", words("peerreview.stage." + stage), DAY.format(circle.extensions().get(stage))));
            }
        }
        for (Side side : circle.sides()) {
            String school = schools.get(side.schoolId()).name();
            if (side.withdrawn()) {
                said.add(words("peerreview.circumstance.withdrew", school));
            } else if (side.excused()) {
                said.add(words("peerreview.circumstance.excused", school));
            } else if (side.prefilledAt() != null && side.formDoneAt() == null && circle.status() != Circle.Status.PROPOSED) {
                said.add(words("peerreview.circumstance.formUnfinished", school));
            }
        }
        return said;
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }
}
