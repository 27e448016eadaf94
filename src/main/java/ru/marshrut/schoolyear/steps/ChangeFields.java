package ru.marshrut.schoolyear.steps;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.marshrut.schoolyear.monitoring.ChangeMark;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.PositiveChange;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;

/** The fields of a mark of positive changes, on the curator's form and on the coordinators' page. */
public final class ChangeFields {

    private ChangeFields() {}

    /** @param reason of a correction, or null */
    public static PositiveChange read(FormInput input, String reason) {
        return PositiveChange.of(input.choice("mark", ChangeMark.class), sources(input.all("source")), input.text("period"), input.text("words"), reason);
    }

    private static Set<ChangeSource> sources(List<String> typed) {
        Set<ChangeSource> sources = EnumSet.noneOf(ChangeSource.class);
        for (String one : typed) {
            sources.add(List.of(ChangeSource.values()).stream().filter(source -> source.name().equals(one)).findFirst()
                .orElseThrow(() -> Refusal.ofField("source", "work.form.unknownChoice", one)));
        }
        return sources;
    }
}
