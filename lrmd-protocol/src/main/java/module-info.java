/** The Pacemaker Remote wire: frames, XML messages, TLS, and the cluster node's side of it. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.lrmd {
    exports dev.remotenode.lrmd.bzip2;
    exports dev.remotenode.lrmd.client;
    exports dev.remotenode.lrmd.frame;
    exports dev.remotenode.lrmd.message;
    exports dev.remotenode.lrmd.tls;
    exports dev.remotenode.lrmd.xml;

    requires transitive io.netty.buffer;
    requires transitive io.netty.transport;
    requires transitive io.netty.codec;
    requires io.netty.codec.compression;
    requires io.netty.common;
    requires io.netty.transport.classes.epoll;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.tls;
    requires org.slf4j;
    requires static org.jspecify;
}
