package dev.remotenode.lab.host;

/** Something in the lab went wrong: a command failed, a host did not start, a deadline passed. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * For an interrupted wait: keeps the thread's interrupt flag, as the caller's caller set it.
     */
    public static LabException interrupted(String during, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LabException("interrupted while " + during, cause);
    }
}
