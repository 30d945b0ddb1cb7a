package dev.remotenode.agent.ipc;

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
     * @param payload text without a terminating zero; not to be changed afterwards
     */
    void respond(int requestId, byte[] payload);

    /**
     * Sends news.
     *
     * @param payload text without a terminating zero; not to be changed afterwards
     */
    void event(byte[] payload);

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
