package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.ipc.IpcPeer;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.XmlWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This daemon as a tool of its own: one connection with a service of the cluster. Used on the event
 * loop.
 *
 * <p>The services take one request at a time from a client that waits for a response.
 */
public final class OwnTool implements IpcClient {

    private static final Logger log = LoggerFactory.getLogger(OwnTool.class);
    private static final IpcPeer SELF = new IpcPeer((int) ProcessHandle.current().pid(), 0, 0);

    /** Who asks. */
    public interface Asker {

        /** The response to the last request that wanted one. */
        void responded(byte[] document);

        /** News of the service. */
        void told(byte[] document);

        /** The connection has ended, for this reason; nothing else will be heard of it. */
        void lost(String reason);
    }

    private final ProxySessions cluster;
    private final IpcEndpoint service;
    private final Asker asker;
    private boolean open;
    private boolean responseDue;
    private int lastMessageId;

    public OwnTool(ProxySessions cluster, IpcEndpoint service, Asker asker) {
        this.cluster = cluster;
        this.service = service;
        this.asker = asker;
    }

    /** Connects: the end may come before this returns, if there is no cluster node. */
    public void connect() {
        open = true;
        cluster.opened(this);
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether a request may be sent now. */
    public boolean takesRequest() {
        return open && !responseDue;
    }

    /** Sends a request, if the connection is open. */
    public void send(Element request, boolean wantsResponse) {
        if (!open) {
            return;
        }
        lastMessageId++;
        responseDue = wantsResponse;
        int flags = wantsResponse ? IpcRequest.CLIENT_RESPONSE : 0;
        cluster.requested(this, new IpcRequest(lastMessageId, flags, bytes(request)));
    }

    private static byte[] bytes(Element element) {
        ByteBuf out = Unpooled.buffer();
        XmlWriter.write(element, out);
        return ByteBufUtil.getBytes(out);
    }

    @Override
    public IpcEndpoint endpoint() {
        return service;
    }

    @Override
    public IpcPeer peer() {
        return SELF;
    }

    @Override
    public void respond(int requestId, ByteBuf payload) {
        if (!responseDue || requestId != lastMessageId) {
            log.debug("Nobody waits for the response to request {} to {}", requestId, service);
            return;
        }
        responseDue = false;
        asker.responded(ByteBufUtil.getBytes(payload));
    }

    @Override
    public void event(ByteBuf payload) {
        asker.told(ByteBufUtil.getBytes(payload));
    }

    /** There is nothing to hold back: there is one thing asked after the other. */
    @Override
    public void takeRequests(boolean take) {}

    @Override
    public void disconnect(String reason) {
        if (open) {
            close();
            asker.lost(reason);
        }
    }

    /** Ends the connection without a word to who asks. */
    public void close() {
        if (open) {
            open = false;
            cluster.closed(this);
        }
    }
}
