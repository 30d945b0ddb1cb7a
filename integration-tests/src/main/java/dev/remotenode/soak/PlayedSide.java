package dev.remotenode.soak;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.audit.Audit;
import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.History;
import dev.remotenode.lab.audit.Tally;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lab.witness.Ledger;
import dev.remotenode.lab.witness.Leftovers;
import dev.remotenode.lab.witness.Load;
import dev.remotenode.lab.witness.PlayedNode;
import dev.remotenode.lab.witness.RunNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A daemon with hundreds of resources, whose cluster nodes are played: they want this and that, and
 * take over from each other; meanwhile keys and logs are replaced. For one thread.
 */
final class PlayedSide implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration BEGINNING = Duration.ofSeconds(60);
    private static final int MOST_OPEN = 20;
    private static final String LOG = "pacemaker/pacemaker.log";

    private final StandaloneNode node;
    private final Ledger ledger = new Ledger();
    private final Random random;
    private final Load load;
    private PlayedNode asking;
    private int takeovers;
    private int keys;
    private int logs;

    PlayedSide(LabSettings settings, int resources, long seed) {
        node = StandaloneNode.open(settings, "soak-played");
        node.replaceDaemon(Map.of("REMOTE_NODE_KEY_OVERLAP", "1min"));
        random = new Random(seed);
        load = new Load("resource", resources, INTERVAL, seed);
        asking = join();
        load.begin(asking);
        // Replies come in the order of requests.
        Outcome.of("the beginning of all monitors", BEGINNING, asking.poke());
    }

    StandaloneNode node() {
        return node;
    }

    /** Does one thing more. */
    void step() throws IOException {
        int lot = random.nextInt(600);
        if (lot < 10) {
            takeOver();
        } else if (lot < 11) {
            node.replaceKey();
            keys++;
        } else if (lot < 13) {
            Path log = node.host().logs().resolve(LOG);
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            logs++;
        } else {
            load.next(asking, 1, MOST_OPEN);
        }
    }

    /** Ends everything, and insists that nothing went wrong. */
    Tally judge() {
        asking.settle();
        List<Event> seen = new ArrayList<>(ledger.events());
        seen.addAll(Leftovers.stayingOn(node.host()));
        seen.addAll(RunNotes.withTickets(node.host()));
        return Audit.insistOn(new History(seen));
    }

    String summary() {
        return "%d takeovers, %d keys and %d logs replaced".formatted(takeovers, keys, logs);
    }

    private void takeOver() {
        PlayedNode next = join();
        asking.leave();
        next.inherit(asking);
        asking = next;
        takeovers++;
    }

    private PlayedNode join() {
        return PlayedNode.join("node" + takeovers, ledger, node::connect);
    }

    @Override
    public void close() {
        node.close();
    }
}
