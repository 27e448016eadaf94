package ru.marshrut.schoolyear;

/**
 * Business key of a process of a school's year: the year's id, for a monitoring stage followed by its number ({@code 12-2}),
 * since both can run at the same time.
 *
 * @param monitoring 1 or 2, or 0 where the process is not that of a monitoring stage
 */
public record YearKey(long yearId, int monitoring) {

    public static YearKey of(String businessKey) {
        int dash = businessKey.indexOf('-');
        return dash < 0 ? new YearKey(Long.parseLong(businessKey), 0)
            : new YearKey(Long.parseLong(businessKey.substring(0, dash)), Integer.parseInt(businessKey.substring(dash + 1)));
    }

    public static long yearOf(String businessKey) {
        return of(businessKey).yearId();
    }

    @Override
    public String toString() {
        return monitoring == 0 ? String.valueOf(yearId) : yearId + "-" + monitoring;
    }
}
