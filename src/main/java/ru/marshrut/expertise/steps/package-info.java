/** What people do in the steps of an expertise: one class per form. */
package ru.marshrut.expertise.steps;
