/** The grammar of Russian date phrases: words to tokens, tokens to partly named days, partly named days to windows. */
package ru.marshrut.calendar.phrases;
