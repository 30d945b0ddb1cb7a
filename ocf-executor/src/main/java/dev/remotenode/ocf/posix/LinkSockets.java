package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What is below the sockets of the JDK: frames on network links, and the kernel's news of links and
 * addresses. Every call returns its result, or the error number negated; callable from any thread.
 */
public final class LinkSockets {
    private static final int AF_NETLINK = 16;
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int NETLINK_ROUTE = 0;
    private static final int RTMGRP_LINK = 0x1;
    private static final int RTMGRP_IPV4_IFADDR = 0x10;
    private static final int RTMGRP_IPV6_IFADDR = 0x100;

    /** The size of {@code struct sockaddr_nl}, and where it has its groups. */
    private static final int NETLINK_ADDRESS_SIZE = 12;

    private static final int GROUPS_OFFSET = 8;

    /** The size of {@code struct sockaddr_ll}, and where it has the number of the interface. */
    private static final int LINK_ADDRESS_SIZE = 20;

    private static final int INTERFACE_OFFSET = 4;

    private static final MemorySegment SOCKET = Libc.symbol("socket");
    private static final MemorySegment BIND = Libc.symbol("bind");
    private static final MemorySegment SENDTO = Libc.symbol("sendto");

    private LinkSockets() {}

    /** A socket to send whole Ethernet frames with, which receives none: a right of root's. */
    public static int openForFrames() {
        return open(AF_PACKET, 0);
    }

    /**
     * Sends a frame; never waits.
     *
     * @param link the number of the interface
     * @param frame from the receiver's hardware address on
     */
    public static int send(int socket, int link, byte[] frame) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(LINK_ADDRESS_SIZE, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_INT, INTERFACE_OFFSET, link);
            return Libc.call(
                    SENDTO,
                    socket,
                    arena.allocateFrom(JAVA_BYTE, frame).address(),
                    frame.length,
                    0,
                    address.address(),
                    LINK_ADDRESS_SIZE);
        }
    }

    /** A socket that becomes readable when a link or an address has changed. */
    public static int openForNews() {
        int socket = open(AF_NETLINK, NETLINK_ROUTE);
        if (socket < 0) {
            return socket;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(NETLINK_ADDRESS_SIZE, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            address.set(
                    JAVA_INT, GROUPS_OFFSET, RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
            int outcome = Libc.call(BIND, socket, address.address(), NETLINK_ADDRESS_SIZE);
            if (outcome < 0) {
                Descriptors.close(socket);
            }
            return outcome < 0 ? outcome : socket;
        }
    }

    private static int open(int family, int protocol) {
        int type = SOCK_RAW | Descriptors.O_NONBLOCK | Descriptors.O_CLOEXEC;
        return Libc.call(SOCKET, family, type, protocol);
    }
}
