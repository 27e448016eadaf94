package ru.marshrut.notification;

import java.util.Map;

/**
 * A letter to one person.
 *
 * @param recipientId person
 * @param template    name of the pair {@code templates/mail/<template>.html} and {@code .txt}; its subject is the message
 *                    {@code mail.<template>.subject} with the model's values by name in braces
 * @param model       strings and numbers for the template
 * @param occasion    unique per recipient and template, such as {@code "circle-12/partner-notice/1"}
 * @param invitation  a meeting to put into the calendar, or null
 */
public record Letter(long recipientId, String template, Map<String, Object> model, String occasion, Invitation invitation) {

    public Letter(long recipientId, String template, Map<String, Object> model, String occasion) {
        this(recipientId, template, model, occasion, null);
    }
}
