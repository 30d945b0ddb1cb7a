package dev.remotenode.agent.ipc.message;

/** Bits of a message's header. */
public final class MessageFlags {

    /** The message is news, and answers no request. */
    public static final int SERVER_EVENT = 0x10000;

    static final int COMPRESSED = 0x1;
    static final int MULTIPART = 0x80000;
    static final int MULTIPART_END = 0x100000;

    private static final int TRANSPORT = COMPRESSED | MULTIPART | MULTIPART_END;

    private MessageFlags() {}

    /** Without those that only say how the message was sent. */
    static int ofContent(int flags) {
        return flags & ~TRANSPORT;
    }
}
