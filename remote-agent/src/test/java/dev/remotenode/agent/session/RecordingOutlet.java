package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a client would have received. */
public final class RecordingOutlet implements Outlet {

    private final List<ServerMessage> sent = new ArrayList<>();
    private boolean closed;
    private boolean takesMore = true;

    @Override
    public void send(ServerMessage message) {
        sent.add(message);
    }

    @Override
    public boolean takesMore() {
        return takesMore;
    }

    /** Makes the client one that falls behind, or has caught up. */
    public void setTakesMore(boolean more) {
        takesMore = more;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String place() {
        return "here";
    }

    /** All that was sent since the last call. */
    public List<ServerMessage> take() {
        List<ServerMessage> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** Whether the daemon has ended the connection. */
    public boolean isClosed() {
        return closed;
    }
}
