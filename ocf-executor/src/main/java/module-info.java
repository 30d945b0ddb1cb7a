/** Runs resource agents: knows no network and no XML. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.ocf {
    requires org.freedesktop.dbus;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.remotenode.ocf.agent;
    exports dev.remotenode.ocf.operation;
    exports dev.remotenode.ocf.posix;
    exports dev.remotenode.ocf.process;
    exports dev.remotenode.ocf.schedule;
    exports dev.remotenode.ocf.systemd;
}
