package dev.remotenode.agent.ipc;

import io.netty.buffer.ByteBuf;

/** A connected local tool. Used on the event loop; no call blocks. */
public interface IpcClient {

    /** The service that it connected to. */
    IpcEndpoint endpoint();

    /** Who it is. */
    IpcPeer peer();

    /**
     * Answers a request. An answer that nobody waits for is dropped with a log line, as it would
     * make the tool take it for that of its next request.
     *
     * @param requestId the {@link IpcRequest#id} of a request that {@link IpcRequest#wantsResponse
     *     wants} one
     * @param payload text without a terminating zero; stays the caller's, but is not to be changed
     */
    void respond(int requestId, ByteBuf payload);

    /**
     * Sends news.
     *
     * @param payload text without a terminating zero; stays the caller's, but is not to be changed
     */
    void event(ByteBuf payload);

    /**
     * Stops or goes on taking requests from the tool, which has to wait while they are stopped: for
     * a service that cannot pass them on as fast as they come.
     */
    void takeRequests(boolean take);

    /**
     * Ends the connection; what waits to be sent is lost. Does nothing if it has ended.
     *
     * @param reason for the log
     */
    void disconnect(String reason);
}
