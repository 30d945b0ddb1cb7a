/** The Pacemaker Remote wire: frames, XML messages, TLS, and the cluster node's side of it. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.lrmd {
    requires transitive io.netty.buffer;
    requires transitive io.netty.transport;
    requires io.netty.codec;
    requires io.netty.codec.compression;
    requires io.netty.common;
    requires org.bouncycastle.tls;
    requires org.slf4j;
    requires static org.jspecify;
}
