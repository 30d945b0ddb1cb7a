package dev.remotenode.dist;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A local tool that asks the cluster something and hears of a change: the first is to be quick. */
final class TrainingTool {
    private static final String SERVICE = "cib_rw";
    private static final byte[] QUESTION = "<question/>\0".getBytes(StandardCharsets.US_ASCII);
    private static final int WANTS_RESPONSE = 0x200;
    private static final int HANDSHAKE_SIZE = 24;
    private static final int ANSWER_SIZE = 12328;
    private static final int REQUEST_RING = 40;
    private static final int RESPONSE_RING = 4136;
    private static final int EVENT_RING = 8232;
    private static final int MESSAGE_HEADER_SIZE = 40;
    private static final byte VERSION = 1;

    private TrainingTool() {}

    /** The generations of tools, which write the headers of messages differently. */
    private enum Generation {
        UP_TO_3_0_0 {
            @Override
            void finish(ByteBuffer message) {
                message.putInt(32, WANTS_RESPONSE).put(36, VERSION);
            }
        },
        FROM_3_0_1 {
            @Override
            void finish(ByteBuffer message) {
                message.putInt(28, WANTS_RESPONSE).put(32, VERSION);
            }
        };

        abstract void finish(ByteBuffer message);
    }

    /** Connects to the daemon that listens in the folder, as a tool of each generation. */
    static void converse(Path folder) throws IOException {
        for (Generation generation : Generation.values()) {
            try (SocketChannel stream = SocketChannel.open(StandardProtocolFamily.UNIX);
                    Arena arena = Arena.ofConfined()) {
                stream.connect(UnixDomainSocketAddress.of(folder.resolve(SERVICE)));
                converse(stream, generation, arena);
            }
        }
    }

    private static void converse(SocketChannel stream, Generation generation, Arena arena)
            throws IOException {
        stream.write(allocate(HANDSHAKE_SIZE).putInt(0, -1).putInt(8, HANDSHAKE_SIZE));
        ByteBuffer answer = allocate(ANSWER_SIZE);
        read(stream, answer);
        TrainingRing requests = TrainingRing.open(text(answer, REQUEST_RING), arena);
        TrainingRing responses = TrainingRing.open(text(answer, RESPONSE_RING), arena);
        TrainingRing events = TrainingRing.open(text(answer, EVENT_RING), arena);
        requests.write(question(generation));
        stream.write(ByteBuffer.allocate(1));
        responses.awaitMessage();
        read(stream, ByteBuffer.allocate(1));
        events.awaitMessage();
    }

    private static byte[] question(Generation generation) {
        byte[] message = new byte[MESSAGE_HEADER_SIZE + QUESTION.length];
        ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.nativeOrder());
        fields.putInt(0, 1)
                .putInt(8, message.length)
                .putInt(24, QUESTION.length)
                .put(MESSAGE_HEADER_SIZE, QUESTION);
        generation.finish(fields);
        return message;
    }

    private static void read(SocketChannel stream, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (stream.read(buffer) < 0) {
                throw new IOException("The daemon does not serve local tools");
            }
        }
    }

    private static String text(ByteBuffer answer, int offset) {
        int end = offset;
        while (answer.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - offset];
        answer.get(offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }
}
