/** What experts say of schools: their sheets, where they differ, how that is settled, and what they may read for it. */
package ru.marshrut.expertise.checks;
