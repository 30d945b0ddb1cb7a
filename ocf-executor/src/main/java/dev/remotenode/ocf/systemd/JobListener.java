package dev.remotenode.ocf.systemd;

/** Hears what becomes of a job of systemd, on the thread of systemd. */
interface JobListener {

    /**
     * The job is over.
     *
     * @param result in systemd's words: {@code done}, {@code failed}, {@code timeout} and others
     */
    void ended(String result);

    /** systemd or the bus went away meanwhile: the end of the job may never be announced. */
    void lost();
}
