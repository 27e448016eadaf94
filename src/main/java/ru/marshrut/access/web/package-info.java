/** Sign-in, the session, the answers to what went wrong, and who looks at a page. */
package ru.marshrut.access.web;
