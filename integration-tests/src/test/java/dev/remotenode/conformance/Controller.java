package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Notification.Served;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The steps that tests take as a cluster node, again and again. What it registers it also
 * unregisters in the end, so that tests on one daemon do not hear of each other.
 */
final class Controller implements AutoCloseable {
    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(10);
    private static final AtomicInteger RESOURCES = new AtomicInteger();

    private final ClusterPeer peer;
    private final List<String> registered = new ArrayList<>();

    private Controller(ClusterPeer peer) {
        this.peer = peer;
    }

    /** Connects and signs on as a cluster node that carries no calls of local tools. */
    static Controller signedOn(StandaloneNode node) {
        Controller controller = new Controller(node.connect());
        controller.peer.signOn("pacemaker-remote-guest1:3121", false);
        return controller;
    }

    /** Connects and says nothing. */
    static Controller unnamed(StandaloneNode node) {
        return new Controller(node.connect());
    }

    /** A name that no resource of this daemon has had. */
    static String unusedId() {
        return "resource-" + RESOURCES.incrementAndGet();
    }

    ClusterPeer peer() {
        return peer;
    }

    /** Registers a new resource of {@link ScriptAgent}, and returns its id. */
    String register() {
        String id = unusedId();
        register(Requests.register(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE));
        return id;
    }

    /** Registers whatever is wanted. */
    void register(Request.RegisterResource request) {
        assertEquals(Codes.ACCEPTED, returnCode(request));
        registered.add(request.resourceId().orElseThrow());
    }

    /** Asks, and returns the code of the reply. */
    int returnCode(Request request) {
        return peer.ask(request).returnCode();
    }

    /** Asks for an operation that must be accepted, and returns its call id. */
    int execute(Request.Exec request) {
        Reply reply = peer.ask(request);
        assertTrue(reply.returnCode() > 0, () -> "not accepted: " + reply);
        return reply.returnCode();
    }

    /** Has an action run once, with these commands of bash, and returns its call id. */
    int execute(String id, String action, String commands) {
        return execute(Requests.once(id, action, ScriptAgent.does(commands)));
    }

    /** Has an action run again and again, and returns its call id. */
    int repeat(String id, String action, Duration interval, String commands) {
        return execute(Requests.recurring(id, action, interval, ScriptAgent.does(commands)));
    }

    /** Has an action run once, and waits for its end. */
    ExecComplete run(String id, String action, String commands) {
        return completion(execute(id, action, commands));
    }

    /** Has an action run once, and waits for its end. */
    ExecComplete run(Request.Exec request) {
        return completion(execute(request));
    }

    /** Waits for the end of an operation, or of the next run of a recurring one. */
    ExecComplete completion(int call) {
        return peer.awaitCompletion(complete -> complete.callId() == call);
    }

    /** Waits until somebody has been told that a request was served. */
    Served served(Notification.Kind kind, String id) {
        return peer.notices()
                .take(
                        Served.class,
                        served ->
                                served.kind() == kind && served.resourceId().orElse("").equals(id),
                        NOTICE_LIMIT);
    }

    /**
     * All that the daemon has reported up to now and nobody has asked for, oldest first. It is
     * complete, as a poke's notice comes after everything that was sent before.
     */
    List<Notification> soFar() {
        int poke = peer.ask(new Request.Poke()).callId();
        peer.notices().take(Served.class, served -> served.callId() == poke, NOTICE_LIMIT);
        return peer.notices().takeAll();
    }

    /** The completions among {@link #soFar()} of one resource. */
    List<ExecComplete> completionsSoFar(String id) {
        return soFar().stream()
                .filter(ExecComplete.class::isInstance)
                .map(ExecComplete.class::cast)
                .filter(complete -> complete.resourceId().equals(id))
                .toList();
    }

    /** Insists on how an operation ended. */
    static ExecComplete assertEnded(int status, int exitCode, ExecComplete complete) {
        assertEquals(
                "status %d, exit code %d".formatted(status, exitCode),
                "status %d, exit code %d"
                        .formatted(
                                complete.outcome().executionStatus(),
                                complete.outcome().exitCode()),
                complete::toString);
        return complete;
    }

    @Override
    public void close() {
        registered.forEach(id -> peer.ask(Requests.unregister(id)));
        peer.close();
    }
}
