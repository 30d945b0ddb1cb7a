package dev.remotenode.ocf.posix;

import java.io.IOException;

/** A system call that failed where its caller has nothing to say to the particular error. */
public final class ErrnoException extends IOException {

    private static final long serialVersionUID = 1;

    private final int errno;

    private ErrnoException(int errno, String action) {
        super("cannot " + action + ": " + Texts.ofErrno(errno));
        this.errno = errno;
    }

    /**
     * Returns the result of a call if it has one.
     *
     * @param outcome a result, or the error number negated
     * @param action what the call was to do: "cannot" goes before it
     */
    public static int check(int outcome, String action) throws ErrnoException {
        if (outcome < 0) {
            throw new ErrnoException(-outcome, action);
        }
        return outcome;
    }

    /** The positive error number. */
    public int errno() {
        return errno;
    }
}
