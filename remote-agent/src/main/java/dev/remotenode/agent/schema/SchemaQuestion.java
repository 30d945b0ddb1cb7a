package dev.remotenode.agent.schema;

import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.proxy.OwnTool;
import dev.remotenode.agent.proxy.ProxySessions;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question to the newest cluster node: which schemas are newer? Used on the event loop. */
final class SchemaQuestion implements OwnTool.Asker {

    private static final Logger log = LoggerFactory.getLogger(SchemaQuestion.class);

    private final OwnTool tool;
    private final SchemaVersion known;
    private final Consumer<byte[]> answer;
    private boolean signedOn;

    private SchemaQuestion(ProxySessions cluster, SchemaVersion known, Consumer<byte[]> answer) {
        this.tool = new OwnTool(cluster, IpcEndpoint.CIB_RO, this);
        this.known = known;
        this.answer = answer;
    }

    /**
     * Asks.
     *
     * @param answer takes the document, unless it does not come
     */
    static SchemaQuestion ask(ProxySessions cluster, SchemaVersion known, Consumer<byte[]> answer) {
        SchemaQuestion question = new SchemaQuestion(cluster, known, answer);
        question.tool.connect();
        question.tool.send(SchemaRequests.signOn(), true);
        return question;
    }

    /** The answer is not wanted any more. */
    void withdraw() {
        tool.close();
    }

    /** A refusal to sign on shows in the answer to what is asked then. */
    @Override
    public void responded(byte[] document) {
        if (signedOn) {
            tool.close();
            answer.accept(document);
        } else {
            signedOn = true;
            tool.send(SchemaRequests.newerThan(known), true);
        }
    }

    @Override
    public void told(byte[] document) {
        log.debug("Ignoring news of the cluster's configuration");
    }

    @Override
    public void lost(String reason) {
        log.info("The cluster gives no schemas: {}", reason);
    }
}
