/** The page of a task, alone and inside of the task list. */
package ru.marshrut.work.web;
