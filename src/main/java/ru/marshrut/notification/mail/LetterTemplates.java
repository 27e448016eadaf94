package ru.marshrut.notification.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.PropertyPlaceholderHelper;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import ru.marshrut.notification.Letter;
import ru.marshrut.territory.Person;

/** Renders the pair of templates of a letter; an engine of its own, since pages have no text templates. */
@Component
class LetterTemplates {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final PropertyPlaceholderHelper NAMED = new PropertyPlaceholderHelper("{", "}", null, null, false);

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MessageSource messages;
    private final String publicUrl;

    LetterTemplates(MessageSource messages, @Value("${marshrut.public-url:http://localhost:8080}") String publicUrl) {
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("mail/" + names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** A subject that names a value which the model lacks throws {@link IllegalArgumentException}. */
    RenderedLetter render(Letter letter, Person to, String calendar, String unsubscribePath) {
        String subject = NAMED.replacePlaceholders(text("mail." + letter.template() + ".subject"), name -> {
            Object value = letter.model().get(name);
            return value == null ? null : value.toString();
        });
        Map<String, Object> model = new HashMap<>(letter.model());
        model.put("subject", subject);
        model.put("greeting", greeting(to.fullName()));
        model.put("why", text("mail." + letter.template() + ".why"));
        model.put("url", publicUrl);
        model.put("unsubscribePath", unsubscribePath);
        Context context = new Context(RUSSIAN, model);
        String html = engine.process("mail/" + letter.template() + ".html", context);
        String plain = engine.process("mail/" + letter.template() + ".txt", context).replaceAll("\\n{3,}", "\n\n").strip() + "\n";
        String method = letter.invitation() == null ? null : letter.invitation().cancelled() ? "CANCEL" : "REQUEST";
        return new RenderedLetter(subject, html, plain, calendar, method, unsubscribePath);
    }

    String publicUrl() {
        return publicUrl;
    }

    private String text(String key) {
        return messages.getMessage(key, null, RUSSIAN);
    }

    /** Name and patronymic, as one is addressed; a name of another shape is used whole. */
    private static String greeting(String fullName) {
        String[] parts = fullName.trim().split("\\s+");
        return parts.length == 3 ? parts[1] + " " + parts[2] : fullName;
    }
}
