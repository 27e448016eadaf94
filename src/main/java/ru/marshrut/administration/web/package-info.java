/** Controllers of the territory's pages; the templates lie in {@code templates/administration}. */
package ru.marshrut.administration.web;
