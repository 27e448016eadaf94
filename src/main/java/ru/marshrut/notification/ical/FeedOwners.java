package ru.marshrut.notification.ical;

import java.util.OptionalLong;

/** Whose feed a secret token opens. */
public interface FeedOwners {

    OptionalLong ownerOf(String token);
}
