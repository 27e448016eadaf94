package ru.marshrut.expertise;

import java.util.Collection;

/**
 * The decision tables of {@code processes/expertise}, each asked in the deployment that an expertise has pinned
 * ({@link Expertise#decisions}). Shares are exact: 24.9 % does not reach 25.
 */
public interface Bands {

    /** The deployment whose tables a new expertise pins. */
    String current();

    /** «Реализация школьной антирисковой программы»; of no planned measures 0 points. */
    int programmeShare(String decisions, long proven, int planned);

    /** «ОО, завершившие 2 этап в ИС МЭДК на дату, 100%». */
    int stageCompleted(String decisions, int completed, int schools);

    /** «Работа куратора в ИС МЭДК»: decisions with a comment of all, visits held of planned. */
    int curatorsWork(String decisions, int commented, int decidedOn, int held, int planned);

    /** «Вовлеченность ОО региона»: how many of its kinds of facts are there, of how many. */
    int involvement(String decisions, int shown, int kinds);

    /** Points together. */
    int total(String decisions, Collection<Integer> points);
}
