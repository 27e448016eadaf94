/** Pages of road maps, and what programs are told of them. */
package ru.marshrut.roadmap.web;
