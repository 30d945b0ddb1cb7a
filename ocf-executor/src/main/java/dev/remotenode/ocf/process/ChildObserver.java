package dev.remotenode.ocf.process;

/** Hears of one child, on the thread of {@link Children}: must not wait for anything. */
interface ChildObserver {

    /** The program runs. Not called if it could not be started. */
    void started();

    /** Called exactly once, as the last event. */
    void ended(ChildEnd end);
}
