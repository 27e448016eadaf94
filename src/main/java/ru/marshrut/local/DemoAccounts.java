package ru.marshrut.local;

import java.util.List;

/** The accounts that a new user can sign in with. */
public interface DemoAccounts {

    /** One per role, in the order in which they are to be tried. */
    List<Account> accounts();

    /** @param role in words for users, such as «Муниципальный координатор» */
    record Account(String role, String login, String password) {}
}
