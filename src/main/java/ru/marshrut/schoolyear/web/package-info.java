/** The pages of a school's year. */
package ru.marshrut.schoolyear.web;
