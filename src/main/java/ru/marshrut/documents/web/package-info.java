/** Upload, download and lists of documents over HTTP, for the browser part in {@code /js/upload.js}. */
package ru.marshrut.documents.web;
