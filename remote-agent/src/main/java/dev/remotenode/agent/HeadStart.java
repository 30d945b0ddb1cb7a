package dev.remotenode.agent;

import dev.remotenode.ocf.posix.Linking;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;

/**
 * What the start would have to wait for later, and the cache of classes cannot hold: the JVM makes
 * code for it in every process anew. Done on a thread of its own, it costs the start nothing on a
 * machine of two processors.
 */
final class HeadStart {
    private HeadStart() {}

    /** Begins, and returns at once. */
    static void begin() {
        Thread.ofPlatform().daemon().name("head start").start(HeadStart::run);
    }

    private static void run() {
        Linking.link();
        readAnnotations();
    }

    /** Netty asks for it of the first handler, upon which a class is made for the annotation. */
    private static void readAnnotations() {
        var _ = ChannelInitializer.class.isAnnotationPresent(Sharable.class);
    }
}
