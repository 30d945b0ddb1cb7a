package dev.remotenode.agent.ipc;

/** What is done for the tools that connect. Called on the event loop only. */
public interface IpcService {

    /** Decides on a tool that wants to connect, before anything is made for it. */
    Admission admit(IpcEndpoint endpoint, IpcPeer peer);

    /**
     * A tool has been accepted. It gets to know after this returns: a tool that the service {@link
     * IpcClient#disconnect disconnects} here never sees the connection.
     */
    void opened(IpcClient client);

    /** A tool asks something. Requests of one tool arrive in the order in which it sent them. */
    void requested(IpcClient client, IpcRequest request);

    /** The connection has ended, whoever ended it: exactly once after {@link #opened}. */
    void closed(IpcClient client);
}
