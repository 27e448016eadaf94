/** Letters that ask people without an account to set a password. */
package ru.marshrut.administration.invitations;
