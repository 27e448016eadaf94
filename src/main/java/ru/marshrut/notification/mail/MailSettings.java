package ru.marshrut.notification.mail;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave; the server itself is set by {@code spring.mail}.
 *
 * @param from        sender, as an address or {@code Name <address>}
 * @param quietFrom   local time from which people are left in peace; equal to {@code quietUntil}: never
 * @param quietUntil  local time at which the day begins, and the digest goes out
 * @param giveUpAfter how long a letter is tried before it becomes an incident
 * @param atOnce      send right after commit; otherwise only the recurring round sends
 */
@ConfigurationProperties("marshrut.mail")
public record MailSettings(
    @DefaultValue("Маршрут 500+ <marshrut@localhost>") String from,
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("08:00") LocalTime quietUntil,
    @DefaultValue("5d") Duration giveUpAfter,
    @DefaultValue("true") boolean atOnce) {}
