/** Rows of documents, joined with the content that lies outside of the database. */
package ru.marshrut.documents.persistence;
