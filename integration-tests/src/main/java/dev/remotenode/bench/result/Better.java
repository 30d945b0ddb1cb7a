package dev.remotenode.bench.result;

/** Which of two values is the better one. */
public enum Better {
    LOWER("at most"),
    HIGHER("at least");

    private final String bound;

    Better(String bound) {
        this.bound = bound;
    }

    /** What stands before a limit that is to be kept. */
    public String bound() {
        return bound;
    }

    boolean keeps(double value, double limit) {
        return switch (this) {
            case LOWER -> value <= limit;
            case HIGHER -> value >= limit;
        };
    }

    /** How one value compares to another, in words. */
    String compare(double one, double other) {
        if (one == other) {
            return "equal";
        }
        boolean better = keeps(one, other);
        if (Math.min(one, other) <= 0) {
            return better ? "better" : "worse";
        }
        double factor = Math.max(one, other) / Math.min(one, other);
        return "%.1f times %s".formatted(factor, better ? "better" : "worse");
    }
}
