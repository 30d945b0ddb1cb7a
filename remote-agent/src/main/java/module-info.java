/** The daemon: the only place where the wire and the executor meet. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.agent {
    requires dev.remotenode.lrmd;
    requires dev.remotenode.ocf;
    requires info.picocli;
    requires org.slf4j;
    requires static org.jspecify;
}
