/** The daemon and all its libraries, as the one module that is linked into its Java runtime. */
module dev.remotenode.daemon {
    requires java.logging;
    // Signals, and Netty's access to memory.
    requires jdk.unsupported;

    uses org.slf4j.spi.SLF4JServiceProvider;

    provides org.slf4j.spi.SLF4JServiceProvider with
            org.slf4j.jul.JULServiceProvider;
}
