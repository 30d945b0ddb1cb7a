package dev.remotenode.ocf.forensics;

import java.time.Duration;

/**
 * One line of the process table.
 *
 * @param name of the program, cut off by the kernel after 15 characters
 * @param state the kernel's letter for it
 * @param cpuTime that it has used since it began
 * @param started in ticks since the machine did
 */
record ProcessEntry(
        int pid,
        String name,
        char state,
        int parent,
        int group,
        int session,
        Duration cpuTime,
        long started) {

    /** The kernel counts in hundredths of a second where programs can see it. */
    private static final long MILLIS_PER_TICK = 10;

    /**
     * Reads {@code /proc/<pid>/stat}. The name stands in parentheses and may contain anything,
     * parentheses and spaces too.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static ProcessEntry parse(String stat) {
        int nameStart = stat.indexOf('(') + 1;
        int nameEnd = stat.lastIndexOf(')');
        if (nameStart == 0 || nameEnd < nameStart) {
            throw new IllegalArgumentException("No process: " + stat);
        }
        String[] fields = stat.substring(nameEnd + 1).trim().split(" ", 21);
        if (fields.length < 20) {
            throw new IllegalArgumentException("Too short: " + stat);
        }
        return new ProcessEntry(
                Integer.parseInt(stat.substring(0, nameStart - 1).trim()),
                stat.substring(nameStart, nameEnd),
                fields[0].charAt(0),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                Duration.ofMillis(
                        (Long.parseLong(fields[11]) + Long.parseLong(fields[12]))
                                * MILLIS_PER_TICK),
                Long.parseLong(fields[19]));
    }
}
