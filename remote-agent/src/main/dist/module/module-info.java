/** The daemon and all its libraries, as the one module that is linked into its Java runtime. */
module dev.remotenode.daemon {
    // Of this module only java.beans, without which log4j does not start: see JavaRuntime.
    requires java.desktop;
    // What Bouncy Castle logs to; nobody listens there.
    requires java.logging;
    // The user that D-Bus is told to be connected by, and the one at the other end.
    requires jdk.net;
    requires jdk.security.auth;
    // Signals, and Netty's access to memory.
    requires jdk.unsupported;

    uses org.apache.logging.log4j.core.util.ContextDataProvider;
    uses org.apache.logging.log4j.core.util.WatchEventService;
    uses org.apache.logging.log4j.message.ThreadDumpMessage.ThreadInfoFactory;
    uses org.apache.logging.log4j.spi.Provider;
    uses org.apache.logging.log4j.util.PropertySource;
    uses org.freedesktop.dbus.spi.message.ISocketProvider;
    uses org.freedesktop.dbus.spi.transport.ITransportProvider;
    uses org.slf4j.spi.SLF4JServiceProvider;

    provides org.apache.logging.log4j.core.util.ContextDataProvider with
            org.apache.logging.log4j.core.impl.ThreadContextDataProvider;
    provides org.apache.logging.log4j.spi.Provider with
            org.apache.logging.log4j.core.impl.Log4jProvider;
    provides org.apache.logging.log4j.util.PropertySource with
            org.apache.logging.log4j.util.SystemPropertiesPropertySource;
    provides org.freedesktop.dbus.spi.transport.ITransportProvider with
            org.freedesktop.dbus.transport.jre.NativeTransportProvider;
    provides org.slf4j.spi.SLF4JServiceProvider with
            org.apache.logging.slf4j.SLF4JServiceProvider;
}
