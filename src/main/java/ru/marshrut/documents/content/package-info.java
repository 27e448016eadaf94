/** What an uploaded file really is, and whether it may be accepted; decided by content, never by name. */
package ru.marshrut.documents.content;
