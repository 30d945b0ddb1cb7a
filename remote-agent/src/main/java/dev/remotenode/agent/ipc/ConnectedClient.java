package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.Dialect;
import dev.remotenode.agent.ipc.message.Encoded;
import dev.remotenode.agent.ipc.message.MessageException;
import dev.remotenode.agent.ipc.message.MessageFlags;
import dev.remotenode.agent.ipc.message.MessageLimits;
import dev.remotenode.agent.ipc.message.Received;
import dev.remotenode.agent.ipc.ring.RingException;
import dev.remotenode.agent.ipc.ring.Rings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from the handshake to its end. Used on the event loop. */
final class ConnectedClient implements IpcClient {

    private static final Logger log = LoggerFactory.getLogger(ConnectedClient.class);

    /** Requests without an answer: a tool waits for one before it sends another. */
    private static final int MOST_UNANSWERED = 1000;

    /** Nobody looks at them. */
    private static final int RESPONSE_FLAGS = 0;

    private final IpcEndpoint endpoint;
    private final IpcPeer peer;
    private final Channel stream;
    private final Rings rings;
    private final MessageLimits limits;
    private final IpcService service;
    private final Clients clients;
    private final RequestIntake intake;
    private final Delivery delivery;
    private final Set<Integer> unanswered = new HashSet<>();
    private int lastEvent;
    private boolean ended;

    ConnectedClient(
            IpcEndpoint endpoint,
            IpcPeer peer,
            Channel stream,
            Rings rings,
            MessageLimits limits,
            IpcService service,
            Clients clients,
            Compression compression) {
        this.endpoint = endpoint;
        this.peer = peer;
        this.stream = stream;
        this.rings = rings;
        this.limits = limits;
        this.service = service;
        this.clients = clients;
        this.intake =
                new RequestIntake(
                        rings,
                        limits,
                        compression,
                        this::requested,
                        this::listenIfReady,
                        this::failed);
        this.delivery = new Delivery(stream, rings, compression, this::failed);
    }

    /** Tells the service, and then the tool, that it is connected. */
    void open() {
        clients.add(this);
        service.opened(this);
        if (!ended) {
            stream.writeAndFlush(
                    HandshakeResponse.acceptance(stream.alloc(), rings, limits.chunk()));
        }
    }

    @Override
    public IpcEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public IpcPeer peer() {
        return peer;
    }

    /** The tool says that it has put chunks into its ring. */
    void announced(int chunks) {
        intake.announced(chunks);
        listenIfReady();
        clients.limitMemory();
    }

    @Override
    public void takeRequests(boolean take) {
        if (!ended) {
            intake.want(take);
            listenIfReady();
        }
    }

    private void listenIfReady() {
        stream.config().setAutoRead(intake.isReady());
    }

    private void requested(Received.Whole request) {
        IpcRequest whole = new IpcRequest(request.id(), request.flags(), request.payload());
        if (whole.wantsResponse()) {
            unanswered.add(whole.id());
        }
        if (unanswered.size() > MOST_UNANSWERED) {
            disconnectAtFault("it sends requests without waiting for the answers");
        } else {
            service.requested(this, whole);
        }
    }

    @Override
    public void respond(int requestId, ByteBuf payload) {
        if (ended) {
            return;
        }
        if (!unanswered.remove(requestId)) {
            log.warn("{} gets no answer {}: it has not asked, or has one", this, requestId);
            return;
        }
        send(requestId, RESPONSE_FLAGS, payload, delivery::addResponse);
    }

    @Override
    public void event(ByteBuf payload) {
        if (!ended) {
            lastEvent++;
            send(lastEvent, MessageFlags.SERVER_EVENT, payload, delivery::addEvent);
        }
    }

    private void send(int id, int flags, ByteBuf payload, Consumer<OutboundMessage> queue) {
        Optional<Dialect> dialect = intake.dialect();
        if (dialect.isEmpty()) {
            log.debug("{} has not said a word yet and gets no event", this);
            return;
        }
        Encoded content = dialect.get().write(id, flags, payload);
        queue.accept(new OutboundMessage(content, payload.readableBytes()));
        delivery.flush();
        clients.limitMemory();
    }

    /** What waits to be sent, in bytes of memory. */
    long backlog() {
        return delivery.backlog();
    }

    /** What is kept of a request that has not arrived in full, in bytes of memory. */
    long unfinished() {
        return intake.unfinished();
    }

    /** The tool has closed the connection, or has died. */
    void hungUp() {
        if (!ended) {
            log.debug("{} has hung up", this);
            end();
        }
    }

    /** Something about the connection cannot go on. */
    void failed(Throwable cause) {
        switch (cause) {
            case MessageException broken -> disconnectAtFault(broken.getMessage());
            case RingException broken -> disconnectAtFault(broken.getMessage());
            case IOException broken -> disconnectAtFault(broken.getMessage());
            default -> {
                log.error("Serving {} has failed", this, cause);
                end();
            }
        }
    }

    /** Ends the connection for something that the tool has done. */
    void disconnectAtFault(@Nullable String reason) {
        if (!ended) {
            log.warn("Cutting off {}: {}", this, reason);
            end();
        }
    }

    @Override
    public void disconnect(String reason) {
        if (!ended) {
            log.info("Disconnecting {}: {}", this, reason);
            end();
        }
    }

    /**
     * The tool must find its connection ended when the rings wake it. The service hears of it
     * later, so that it may disconnect tools while it goes through them.
     */
    private void end() {
        ended = true;
        intake.close();
        delivery.close();
        stream.close();
        rings.close();
        clients.remove(this);
        stream.eventLoop().execute(() -> service.closed(this));
    }

    @Override
    public String toString() {
        return "%s client (process %d of user %d)"
                .formatted(endpoint.socketName(), peer.pid(), peer.uid());
    }
}
