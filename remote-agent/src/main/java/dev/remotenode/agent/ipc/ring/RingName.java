package dev.remotenode.agent.ipc.ring;

/** The three rings of a connection. */
enum RingName {
    REQUEST("qb-request"),
    RESPONSE("qb-response"),
    EVENT("qb-event");

    private final String baseName;

    RingName(String baseName) {
        this.baseName = baseName;
    }

    /** What tools are told; they add the endings themselves. */
    String baseName() {
        return baseName;
    }

    String headerFile() {
        return baseName + "-header";
    }

    String dataFile() {
        return baseName + "-data";
    }
}
