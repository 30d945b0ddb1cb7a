package dev.remotenode.bench.result;

/** One number that tells something of many. */
public enum Statistic {
    MEDIAN("median"),
    WORST_OF_HUNDRED("99 of 100 within"),
    WORST("worst");

    private final String title;

    Statistic(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    double of(Samples samples) {
        return switch (this) {
            case MEDIAN -> samples.median();
            case WORST_OF_HUNDRED -> samples.worstOfHundred();
            case WORST -> samples.worst();
        };
    }
}
