/** Rows of accounts, and the policy's questions to the territory tree. */
package ru.marshrut.access.persistence;
