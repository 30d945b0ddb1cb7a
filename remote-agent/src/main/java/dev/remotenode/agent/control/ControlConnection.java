package dev.remotenode.agent.control;

import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The operator's side of the control socket. Blocks; used by one thread. */
public final class ControlConnection implements AutoCloseable {

    /** More than the daemon ever sends at once. */
    private static final int RESPONSE_LIMIT = 64 << 20;

    private final SocketChannel channel;
    private final DataInputStream answers;

    private ControlConnection(SocketChannel channel) {
        this.channel = channel;
        this.answers = new DataInputStream(Channels.newInputStream(channel));
    }

    /**
     * Connects.
     *
     * @throws IOException nobody listens there, or the caller may not connect
     */
    public static ControlConnection open(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new ControlConnection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Asks, and waits for all of the answer.
     *
     * @param command with the command set; the version is added
     * @param answer takes each response
     * @throws IOException the connection has ended
     */
    public void ask(Request.Builder command, Consumer<Response> answer) throws IOException {
        send(command.setVersion(Responses.VERSION).build().toByteArray());
        Response response = receive();
        answer.accept(response);
        while (!response.getLast()) {
            response = receive();
            answer.accept(response);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void send(byte[] request) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + request.length);
        message.putInt(request.length).put(request).flip();
        while (message.hasRemaining()) {
            channel.write(message);
        }
    }

    private Response receive() throws IOException {
        int length = answers.readInt();
        if (length < 0 || length > RESPONSE_LIMIT) {
            throw new EOFException("this is no answer of a daemon");
        }
        byte[] response = new byte[length];
        answers.readFully(response);
        return Response.parseFrom(response);
    }
}
