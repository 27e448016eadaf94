/** The home page and the pages of those who coordinate a territory. */
package ru.marshrut.dashboard.web;
