package ru.marshrut.calendar.phrases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.phrases.Token.Kind;

/**
 * Reads a phrase from left to right: rates, stretches of days, separators. What is none of them is skipped and named in
 * a question, so that one unknown word never hides a day that is understood, and no word is passed over in silence.
 */
@Component
class PhrasesByGrammar implements DatePhrases {

    @Override
    public DatePhrase read(String words, int year) {
        String text = words == null ? "" : words;
        List<Token> tokens = Tokens.of(text);
        Rates rates = new Rates(tokens);
        Spans spans = new Spans(tokens, year);
        List<Rate> often = new ArrayList<>();
        List<Span> when = new ArrayList<>();
        Unread unread = new Unread(text, tokens);
        int at = 0;
        while (!tokens.get(at).is(Kind.END)) {
            if (separator(tokens.get(at))) {
                at++;
                continue;
            }
            int onwards = onwards(tokens, at);
            Rate repeated = onwards > at && when.size() == 1 ? rates.at(onwards) : null;
            if (repeated != null && repeated.recurrence() != null) {
                when.set(0, when.get(0).untilTheYearEnds());
                often.add(repeated);
                at = repeated.end();
                continue;
            }
            Rate rate = rates.at(at);
            Span span = rate == null ? spans.at(at) : null;
            if (rate != null) {
                often.add(rate);
                at = rate.end();
            } else if (span != null) {
                when.add(span);
                at = span.end();
            } else {
                unread.add(at, at + 1);
                at++;
            }
        }
        return Reading.of(text, tokens, unread, when, often, year);
    }

    /** Behind «далее» and what divides it from a rate: «январь, далее – ежеквартально» goes on until the year ends. */
    private static int onwards(List<Token> tokens, int at) {
        if (!tokens.get(at).is("далее") && !tokens.get(at).is("затем")) {
            return at;
        }
        return tokens.get(at + 1).is(Kind.DASH) || tokens.get(at + 1).is(Kind.COMMA) ? at + 2 : at + 1;
    }

    private static boolean separator(Token token) {
        return switch (token.kind()) {
            case COMMA, OPEN, CLOSE -> true;
            case WORD -> token.is("и") || token.is("а") || token.is("также");
            default -> false;
        };
    }

    @Override
    public List<DatePhrase> mentionedIn(String text, int year) {
        return text == null ? List.of() : new Mentions(text, year).all();
    }
}
