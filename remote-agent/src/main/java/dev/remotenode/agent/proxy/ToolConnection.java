package dev.remotenode.agent.proxy;

/** The connection of one local tool, as the proxy needs it. Used on the event loop. */
public interface ToolConnection {

    /** Answers a request; the tool waits for it. */
    void respond(int messageId, byte[] content);

    /** Tells news that the tool has subscribed to. */
    void tell(byte[] content);

    /** Ends the connection; the tool is told, not left waiting. */
    void disconnect(String reason);
}
