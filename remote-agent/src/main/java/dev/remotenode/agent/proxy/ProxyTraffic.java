package dev.remotenode.agent.proxy;

/** How much has been carried between local tools and the cluster. Used on the event loop. */
public final class ProxyTraffic {
    private long requests;
    private long requestBytes;
    private long answerBytes;

    void request(int bytes) {
        requests++;
        requestBytes += bytes;
    }

    void answer(int bytes) {
        answerBytes += bytes;
    }

    /** Requests of tools. */
    public long requests() {
        return requests;
    }

    /** Their size. */
    public long requestBytes() {
        return requestBytes;
    }

    /** Size of what came for tools: answers and news. */
    public long answerBytes() {
        return answerBytes;
    }
}
