package dev.remotenode.agent.config;

/** How far the daemon does what the first process of a container has to do. */
enum FirstProcessMode {
    /** All of it if it is the first process, else nothing. */
    DEFAULT,
    /** All of it in any case. */
    FULL,
    /** Reads the file with variables, as somebody else is the first process. */
    VARS
}
