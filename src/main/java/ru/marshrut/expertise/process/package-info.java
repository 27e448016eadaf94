/** The engine's side of the expertise. */
package ru.marshrut.expertise.process;
