/** Who checks which school: the pool of experts, what bars them, their balanced load, invitations. */
package ru.marshrut.expertise.experts;
