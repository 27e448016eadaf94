/** Rows of the audit trail. */
package ru.marshrut.audit.persistence;
