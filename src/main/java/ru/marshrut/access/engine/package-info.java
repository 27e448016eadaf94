/** What the engine and its webapps know of persons and rights, and what they refuse. Nothing is copied into the engine's tables. */
package ru.marshrut.access.engine;
