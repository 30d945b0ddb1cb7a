package dev.remotenode.lrmd.message;

/** Error numbers of Linux that go over the wire, negated, as the return code of a reply. */
public enum Errno {
    E2BIG(7),
    EACCES(13),
    ENODEV(19),
    EINVAL(22),
    EPROTO(71),
    EOPNOTSUPP(95),
    EINPROGRESS(115);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /** The value of {@code lrmd_rc} that means this error. */
    public int returnCode() {
        return -number;
    }
}
