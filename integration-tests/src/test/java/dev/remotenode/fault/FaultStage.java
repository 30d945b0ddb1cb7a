package dev.remotenode.fault;

import dev.remotenode.lab.KeepOpen;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.audit.Audit;
import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.History;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.witness.Ledger;
import dev.remotenode.lab.witness.Leftovers;
import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import dev.remotenode.lab.witness.RunNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * A host with the daemon, and cluster nodes that are played. When a story is over, everything that
 * was asked for has to be reported, and the history without a fault.
 */
final class FaultStage {
    /** What happens on it. */
    interface Story {
        void play(FaultStage stage) throws Exception;
    }

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long SEED = 9;
    private static final int WISHES = 50;
    private static final int AT_ONCE = 20;

    private final StandaloneNode node;
    private final Ledger ledger = new Ledger();
    private final List<PlayedNode> present = new ArrayList<>();

    private FaultStage(StandaloneNode node) {
        this.node = node;
    }

    /** Plays a story, and judges it. Evidence is kept of one that fails. */
    static void play(String title, Story story) throws Exception {
        LabSettings settings = LabSettings.fromSystemProperties();
        try (StandaloneNode node = StandaloneNode.open(settings, title)) {
            FaultStage stage = new FaultStage(node);
            try {
                story.play(stage);
                System.out.printf("[lab] %s: %s%n", title, stage.judge());
            } catch (TestAbortedException e) {
                throw e;
            } catch (Exception | AssertionError e) {
                settings.evidence().show(node.lab(), title);
                throw e;
            } finally {
                KeepOpen.ifWanted(node.lab());
            }
        }
    }

    private Object judge() {
        present.forEach(PlayedNode::settle);
        List<Event> seen = new ArrayList<>(ledger.events());
        seen.addAll(Leftovers.stayingOn(host()));
        seen.addAll(RunNotes.withTickets(host()));
        return Audit.insistOn(new History(seen));
    }

    StandaloneNode node() {
        return node;
    }

    Host host() {
        return node.host();
    }

    Ledger ledger() {
        return ledger;
    }

    /** The daemon's process id on its host. */
    String daemon() {
        return host().run("pgrep", "-o", "-x", "pacemaker-remot").strip();
    }

    /** A cluster node that signs on, and stays to the end. */
    PlayedNode join(String name) {
        PlayedNode joined = PlayedNode.join(name, ledger, node::connect);
        present.add(joined);
        return joined;
    }

    /** A cluster node that goes away before the end. */
    PlayedNode visit(String name) {
        return PlayedNode.join(name, ledger, node::connect);
    }

    /** Ten resources with monitors, of which something is wanted so many times. */
    Load load(PlayedNode asking, int wishes) {
        Load load = new Load("load", 10, Duration.ofMillis(500), SEED);
        load.begin(asking);
        load.next(asking, wishes, AT_ONCE);
        return load;
    }

    /** More is wanted of them. */
    void goOn(Load load, PlayedNode asking) {
        load.next(asking, WISHES, AT_ONCE);
    }

    /** Waits until an agent has begun with this. */
    void awaitBegin(String ticket) {
        Await.until("the begin of " + ticket, LIMIT, () -> RunNotes.hasBegun(host(), ticket));
    }

    /** Waits until an agent is through with this. */
    void awaitEnd(String ticket) {
        Await.until("the end of " + ticket, LIMIT, () -> RunNotes.hasEnded(host(), ticket));
    }

    /** Sends a signal to the agent's processes. */
    void signal(String signal, String ticket) {
        Leftovers.on(host()).stream()
                .filter(process -> process.ticket().equals(ticket))
                .forEach(process -> host().run("kill", signal, Long.toString(process.pid())));
    }

    /** The daemon is killed, and another started, with some variables beside the usual. */
    void replaceDaemon(Map<String, String> environment) {
        ledger.add(new Event.DaemonLost(Instant.now()));
        node.replaceDaemon(environment);
    }
}
