/** The region's result: both parts in points, its release with the letters to schools, its lock. */
package ru.marshrut.expertise.result;
