package dev.remotenode.soak;

/**
 * What must not grow while a daemon runs.
 *
 * <p>The slack is for what comes and goes: a heap that is collected now or later, a connection that
 * is being taken over.
 */
enum Measure {
    RESIDENT("memory resident, MB", 6),
    EXCLUSIVE("memory written to, MB", 6),
    DESCRIPTORS("open descriptors", 3),
    THREADS("threads", 2),
    SHARED_MEMORY("files in /dev/shm", 2),
    ZOMBIES("zombies", 0);

    private final String title;
    private final double slack;

    Measure(String title, double slack) {
        this.title = title;
        this.slack = slack;
    }

    double slack() {
        return slack;
    }

    @Override
    public String toString() {
        return title;
    }
}
