/** The daemon: the only place where the wire and the executor meet. */
@org.jspecify.annotations.NullMarked
module dev.remotenode.agent {
    requires com.samskivert.jmustache;
    requires dev.remotenode.control;
    requires dev.remotenode.lrmd;
    requires dev.remotenode.ocf;
    requires info.picocli;
    requires io.netty.codec;
    requires io.netty.codec.compression;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires java.xml;
    requires jdk.unsupported;
    requires org.apache.logging.log4j;
    requires org.apache.logging.log4j.core;
    requires org.slf4j;
    requires static org.jspecify;

    // The template of the page asks for what records have.
    opens dev.remotenode.agent.cli.report to
            com.samskivert.jmustache;
}
