/** Pages of the expertise. */
package ru.marshrut.expertise.web;
