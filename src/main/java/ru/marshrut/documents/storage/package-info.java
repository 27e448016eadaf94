/** Where content lies: outside of the database, under random keys. */
package ru.marshrut.documents.storage;
