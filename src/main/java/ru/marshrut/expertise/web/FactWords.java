package ru.marshrut.expertise.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Suggestion;

/** What the pages of facts say alike. */
@Component
class FactWords {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Rubrics rubrics;
    private final MessageSource messages;

    FactWords(Rubrics rubrics, MessageSource messages) {
        this.rubrics = rubrics;
        this.messages = messages;
    }

    /** A criterion of the expertise's rubric that the system counts facts for; throws {@link NoSuchElementException} for any other code. */
    Criterion criterion(Expertise expertise, Part part, String code) {
        return rubrics.get(expertise.rubricId()).of(part).stream()
            .filter(criterion -> criterion.code().equals(code) && criterion.facts() != null).findFirst()
            .orElseThrow(() -> new NoSuchElementException("facts of criterion " + code + " in expertise " + expertise.id()));
    }

    List<String> of(Suggestion suggestion) {
        return suggestion.facts().stream().map(fact -> messages.getMessage(fact.code(), fact.arguments().toArray(), RUSSIAN)).toList();
    }
}
