/** Reports on an expertise: figures, comparisons and the list of schools, as a page and as files. */
package ru.marshrut.expertise.report;
