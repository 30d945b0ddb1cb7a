package dev.remotenode.bench.result;

/** Whose figures they are. */
public enum Place {
    OURS("ours"),
    THEIRS("Pacemaker's"),
    MEMBER("cluster node");

    private final String title;

    Place(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
