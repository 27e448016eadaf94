/** What the dashboards add to Cockpit: the panel «Программа» on its first page. */
package ru.marshrut.dashboard.cockpit;
