/** Read models of the dashboards. */
package ru.marshrut.dashboard.persistence;
