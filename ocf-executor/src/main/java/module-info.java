/** Runs resource agents: knows no network and no XML. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.ocf {
    requires org.slf4j;
    requires static org.jspecify;
}
