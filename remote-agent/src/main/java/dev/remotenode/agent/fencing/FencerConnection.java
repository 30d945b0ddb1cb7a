package dev.remotenode.agent.fencing;

import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.proxy.OwnTool;
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
 * One connection with the fencer, from its sign-on to its end. Whatever is asked while a response
 * is due waits here, in order. Used on the event loop.
 */
final class FencerConnection implements OwnTool.Asker {

    private static final Logger log = LoggerFactory.getLogger(FencerConnection.class);

    private final OwnTool tool;
    private final Runnable whenLost;
    private final Queue<Question> unsent = new ArrayDeque<>();
    private final Map<Integer, Consumer<FencerAnswer>> unanswered = new LinkedHashMap<>();
    private Optional<String> token = Optional.empty();
    private int lastCallId;

    private record Question(int callId, FencerRequest request) {}

    private FencerConnection(ProxySessions cluster, Runnable whenLost) {
        this.tool = new OwnTool(cluster, IpcEndpoint.STONITH_NG, this);
        this.whenLost = whenLost;
    }

    /** Connects and signs on; it has ended when this returns if there is no cluster node. */
    static FencerConnection open(ProxySessions cluster, Runnable whenLost) {
        FencerConnection connection = new FencerConnection(cluster, whenLost);
        connection.tool.connect();
        connection.tool.send(FencerRequests.signOn(), true);
        return connection;
    }

    boolean isOpen() {
        return tool.isOpen();
    }

    /** Asks as soon as it is its turn. The answer comes in any case, at once if there is no way. */
    void ask(FencerRequest request, Consumer<FencerAnswer> answer) {
        if (!tool.isOpen()) {
            answer.accept(FencerAnswer.NO_CONNECTION);
            return;
        }
        lastCallId++;
        unanswered.put(lastCallId, answer);
        unsent.add(new Question(lastCallId, request));
        sendWhatMayGo();
    }

    private void sendWhatMayGo() {
        while (tool.takesRequest() && token.isPresent() && !unsent.isEmpty()) {
            Question next = unsent.remove();
            tool.send(
                    FencerRequests.of(next.request(), next.callId(), token.get()),
                    FencerRequests.wantsResponse(next.request()));
        }
    }

    @Override
    public void responded(byte[] document) {
        try {
            FencerReply reply = FencerReply.read(document);
            if (token.isEmpty()) {
                token = reply.token();
            } else {
                settle(reply);
            }
            if (token.isEmpty() || (reply.token().isEmpty() && reply.callId().isEmpty())) {
                tool.disconnect("the fencer refuses: " + reply.element().name());
            }
        } catch (XmlException e) {
            tool.disconnect("the fencer's answer cannot be read: " + e.getMessage());
        }
        sendWhatMayGo();
    }

    @Override
    public void told(byte[] document) {
        try {
            settle(FencerReply.read(document));
        } catch (XmlException e) {
            tool.disconnect("the fencer's news cannot be read: " + e.getMessage());
        }
    }

    private void settle(FencerReply reply) {
        reply.callId()
                .flatMap(callId -> Optional.ofNullable(unanswered.remove(callId)))
                .ifPresent(answer -> answer.accept(reply.answer()));
    }

    @Override
    public void lost(String reason) {
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
