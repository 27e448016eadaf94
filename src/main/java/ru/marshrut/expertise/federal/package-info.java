/** What the federal coordinator found in a region, entered from his letters and compared with the region's own check. */
package ru.marshrut.expertise.federal;
