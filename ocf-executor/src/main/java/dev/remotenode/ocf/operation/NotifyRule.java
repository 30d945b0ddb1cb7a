package dev.remotenode.ocf.operation;

/**
 * Which completions of an operation are told, and to whom.
 *
 * @param originatorOnly only the client that asked hears of it; for the listener to honour
 * @param changesOnly a run that ended like the last notified one is not told
 */
public record NotifyRule(boolean originatorOnly, boolean changesOnly) {

    /** Every completion, to every client. */
    public static final NotifyRule EVERYTHING = new NotifyRule(false, false);
}
