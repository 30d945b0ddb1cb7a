package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On loopback addresses: all of 127.0.0.0/8 belong to any Linux machine. */
class RemoteListenerTest {

    private static final int ANY_PORT = 0;

    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

    @AfterEach
    void endLoop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void listensOnEveryAddressOfAList() throws IOException {
        RemoteListener listener = open(List.of("127.0.0.2", "127.0.0.3", "127.0.0.2"), ANY_PORT);
        assertEquals(
                List.of("127.0.0.2", "127.0.0.3"),
                listener.addresses().stream().map(InetSocketAddress::getHostString).toList());
        for (InetSocketAddress address : listener.addresses()) {
            new Socket(address.getAddress(), address.getPort()).close();
            assertThrows(
                    IOException.class, () -> new Socket("127.0.0.4", address.getPort()).close());
        }
        listener.close();
    }

    @Test
    void listensEverywhereIfNothingIsNamed() throws IOException {
        RemoteListener listener = open(List.of(), ANY_PORT);
        assertEquals(1, listener.addresses().size());
        InetSocketAddress address = listener.addresses().getFirst();
        assertTrue(address.getAddress().isAnyLocalAddress());
        new Socket("127.0.0.5", address.getPort()).close();
        listener.close();
    }

    @Test
    void bindsNothingIfOneAddressIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.3"))) {
            int port = taken.getLocalPort();
            IOException failure =
                    assertThrows(
                            IOException.class, () -> open(List.of("127.0.0.2", "127.0.0.3"), port));
            String message = String.valueOf(failure.getMessage());
            assertTrue(
                    message.startsWith("cannot listen on 127.0.0.3 port " + port + ": "), message);
        }
    }

    @Test
    void saysThatAnAddressIsNotOfThisMachine() {
        ListenException failure =
                assertThrows(ListenException.class, () -> open(List.of("192.0.2.1"), ANY_PORT));
        assertTrue(failure.isOfAnotherMachine());
    }

    @Test
    void saysThatANameDoesNotExist() {
        // Too long for a label of a name: no server is asked.
        String name = "x".repeat(64);
        IOException failure = assertThrows(IOException.class, () -> open(List.of(name), ANY_PORT));
        assertEquals(
                "cannot listen on " + name + ": there is no such address", failure.getMessage());
    }

    private RemoteListener open(List<String> names, int port) throws IOException {
        return RemoteListener.open(
                loop,
                new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.close();
                    }
                },
                names,
                port,
                Optional.empty());
    }
}
