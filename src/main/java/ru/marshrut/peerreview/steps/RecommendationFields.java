package ru.marshrut.peerreview.steps;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ru.marshrut.peerreview.Judgement;
import ru.marshrut.peerreview.OverallQuestion;
import ru.marshrut.peerreview.Recommendation;
import ru.marshrut.peerreview.RecommendationContent;
import ru.marshrut.peerreview.RecommendationContent.Answer;
import ru.marshrut.peerreview.RecommendationContent.DirectionReview;
import ru.marshrut.work.FormInput;

/** The recommendation form's fields, between the page and the content. */
final class RecommendationFields {

    private RecommendationFields() {}

    static RecommendationContent read(FormInput input, Set<String> directions) {
        Map<String, DirectionReview> reviews = new LinkedHashMap<>();
        for (String direction : directions) {
            reviews.put(direction, new DirectionReview(input.text("strengths_" + direction), input.text("remarks_" + direction),
                input.text("recommendations_" + direction)));
        }
        Map<OverallQuestion, Answer> overall = new EnumMap<>(OverallQuestion.class);
        for (OverallQuestion question : OverallQuestion.values()) {
            Judgement judgement = input.isChecked("overall_" + question) ? input.choice("overall_" + question, Judgement.class) : null;
            overall.put(question, new Answer(judgement, input.text("comment_" + question)));
        }
        return new RecommendationContent(reviews, overall, input.text("summary"));
    }

    static FormInput fill(Recommendation form) {
        Map<String, String> fields = new HashMap<>();
        form.content().directions().forEach((direction, review) -> {
            fields.put("strengths_" + direction, review.strengths());
            fields.put("remarks_" + direction, review.remarks());
            fields.put("recommendations_" + direction, review.recommendations());
        });
        form.content().overall().forEach((question, answer) -> {
            fields.put("overall_" + question, answer.judgement() == null ? null : answer.judgement().name());
            fields.put("comment_" + question, answer.comment());
        });
        fields.put("summary", form.content().summary());
        return CircleStep.filled(fields);
    }
}
