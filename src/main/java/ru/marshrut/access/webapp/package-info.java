/** What the engine's webapps need from us around them: filters that close holes of the shipped ones. */
package ru.marshrut.access.webapp;
