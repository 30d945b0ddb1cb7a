package dev.remotenode.agent.fencing;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.ipc.IpcPeer;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.lrmd.xml.XmlException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This daemon as a tool of its own: one connection with the fencer, from its sign-on to its end.
 * Used on the event loop.
 *
 * <p>The fencer takes one request at a time from a client that waits for a response, so whatever is
 * asked meanwhile waits here, in order.
 */
final class FencerConnection implements IpcClient {

    private static final Logger log = LoggerFactory.getLogger(FencerConnection.class);
    private static final IpcPeer SELF = new IpcPeer((int) ProcessHandle.current().pid(), 0, 0);

    private final ProxySessions cluster;
    private final Runnable whenLost;
    private final Queue<Question> unsent = new ArrayDeque<>();
    private final Map<Integer, Consumer<FencerAnswer>> unanswered = new LinkedHashMap<>();
    private Optional<String> token = Optional.empty();
    private boolean open = true;
    private boolean responseDue;
    private int lastCallId;
    private int lastMessageId;

    private record Question(int callId, FencerRequest request) {}

    private FencerConnection(ProxySessions cluster, Runnable whenLost) {
        this.cluster = cluster;
        this.whenLost = whenLost;
    }

    /** Connects and signs on; it has ended when this returns if there is no cluster node. */
    static FencerConnection open(ProxySessions cluster, Runnable whenLost) {
        FencerConnection connection = new FencerConnection(cluster, whenLost);
        cluster.opened(connection);
        if (connection.open) {
            connection.send(FencerRequests.signOn(), true);
        }
        return connection;
    }

    boolean isOpen() {
        return open;
    }

    /** Asks as soon as it is its turn. The answer comes in any case, at once if there is no way. */
    void ask(FencerRequest request, Consumer<FencerAnswer> answer) {
        if (!open) {
            answer.accept(FencerAnswer.NO_CONNECTION);
            return;
        }
        lastCallId++;
        unanswered.put(lastCallId, answer);
        unsent.add(new Question(lastCallId, request));
        sendWhatMayGo();
    }

    private void sendWhatMayGo() {
        while (open && !responseDue && token.isPresent() && !unsent.isEmpty()) {
            Question next = unsent.remove();
            send(
                    FencerRequests.of(next.request(), next.callId(), token.get()),
                    FencerRequests.wantsResponse(next.request()));
        }
    }

    private void send(byte[] document, boolean wantsResponse) {
        lastMessageId++;
        responseDue = wantsResponse;
        int flags = wantsResponse ? IpcRequest.CLIENT_RESPONSE : 0;
        cluster.requested(this, new IpcRequest(lastMessageId, flags, document));
    }

    @Override
    public IpcEndpoint endpoint() {
        return IpcEndpoint.STONITH_NG;
    }

    @Override
    public IpcPeer peer() {
        return SELF;
    }

    @Override
    public void respond(int requestId, byte[] payload) {
        if (!responseDue || requestId != lastMessageId) {
            log.debug("Nobody waits for the response to request {} to the fencer", requestId);
            return;
        }
        responseDue = false;
        try {
            FencerReply reply = FencerReply.read(payload);
            if (token.isEmpty()) {
                token = reply.token();
            } else {
                settle(reply);
            }
            if (token.isEmpty() || (reply.token().isEmpty() && reply.callId().isEmpty())) {
                disconnect("the fencer refuses: " + reply.element().name());
            }
        } catch (XmlException e) {
            disconnect("the fencer's answer cannot be read: " + e.getMessage());
        }
        sendWhatMayGo();
    }

    @Override
    public void event(byte[] payload) {
        try {
            settle(FencerReply.read(payload));
        } catch (XmlException e) {
            disconnect("the fencer's news cannot be read: " + e.getMessage());
        }
    }

    private void settle(FencerReply reply) {
        reply.callId()
                .flatMap(callId -> Optional.ofNullable(unanswered.remove(callId)))
                .ifPresent(answer -> answer.accept(reply.answer()));
    }

    /** There is nothing to hold back: a device is asked one thing after the other. */
    @Override
    public void takeRequests(boolean take) {}

    @Override
    public void disconnect(String reason) {
        if (!open) {
            return;
        }
        open = false;
        cluster.closed(this);
        log.warn("There is no connection with the fencer: {}", reason);
        FencerAnswer answer =
                token.isPresent() ? FencerAnswer.LOST_CONNECTION : FencerAnswer.NO_CONNECTION;
        List<Consumer<FencerAnswer>> orphans = List.copyOf(unanswered.values());
        unanswered.clear();
        unsent.clear();
        whenLost.run();
        orphans.forEach(orphan -> orphan.accept(answer));
    }
}
