package dev.remotenode.agent.ipc;

/** The services that local tools look for on any node of a cluster. */
public enum IpcEndpoint {
    CIB_RO("cib_ro"),
    CIB_RW("cib_rw"),
    /** By its name shared memory only; no tool in use asks for it. */
    CIB_SHM("cib_shm"),
    ATTRD("attrd"),
    /** The fencer, which has been renamed since, but not its socket. */
    STONITH_NG("stonith-ng"),
    /** The controller, likewise. */
    CRMD("crmd"),
    PACEMAKERD("pacemakerd"),
    /** The executor: this daemon's own service. */
    LRMD("lrmd");

    private final String socketName;

    IpcEndpoint(String socketName) {
        this.socketName = socketName;
    }

    /** The name under which tools connect. */
    public String socketName() {
        return socketName;
    }
}
