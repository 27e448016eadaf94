/** Appeals: what schools answer to remarks and scores, and what becomes of it. */
package ru.marshrut.expertise.appeals;
