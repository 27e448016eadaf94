/** The demo territory, its accounts and its past, made by playing the use cases. */
package ru.marshrut.local.demo;
