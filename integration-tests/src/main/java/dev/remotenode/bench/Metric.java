package dev.remotenode.bench;

/** What is measured of both daemons. */
enum Metric {
    POKE("poke, from request to notice", "ms", Better.LOWER, true),
    ACTION("trivial OCF action, from request to notice", "ms", Better.LOWER, true),
    THROUGHPUT("actions with 256 resources in flight", "per second", Better.HIGHER, false),
    PROCESSOR("processor time of the daemon, per action", "ms", Better.LOWER, false),
    CONNECTION("connect, handshake and sign-on", "ms", Better.LOWER, true),
    START("from exec to listening", "ms", Better.LOWER, false),
    RESIDENT("resident memory after the work", "MB", Better.LOWER, false),
    PRIVATE("of which written to by itself", "MB", Better.LOWER, false);

    /** Which of two values is the better one. */
    enum Better {
        LOWER,
        HIGHER
    }

    private final String title;
    private final String unit;
    private final Better better;
    private final boolean tailMatters;

    Metric(String title, String unit, Better better, boolean tailMatters) {
        this.title = title;
        this.unit = unit;
        this.better = better;
        this.tailMatters = tailMatters;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    /** Whether the worst of a hundred is worth telling beside the median. */
    boolean tailMatters() {
        return tailMatters;
    }

    /** How ours compares to theirs, in words. */
    String compare(double ours, double theirs) {
        double factor =
                switch (better) {
                    case LOWER -> theirs / ours;
                    case HIGHER -> ours / theirs;
                };
        return factor >= 1
                ? "%.1f times better".formatted(factor)
                : "%.1f times worse".formatted(1 / factor);
    }
}
