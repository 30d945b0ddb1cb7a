package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.daemon.ContainerDaemon;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The daemon as the first process of a container, which has nobody else to care for things. */
@ConformanceTest
class FirstProcessIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MANY = 100;

    private ContainerDaemon daemon;

    @BeforeEach
    void start(StandaloneNode node) {
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
        node.host()
                .write(
                        "/etc/pacemaker/pcmk-init.env",
                        """
                        # for this host
                        FROM_FILE="two words"  # and a comment
                        FROM_BOTH=file
                        not a variable
                        LAST='of all'
                        """);
        daemon =
                ContainerDaemon.start(
                        node.host(),
                        DaemonProgram.fromSystemProperties(),
                        Map.of("FROM_BOTH", "container"));
    }

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void agentsFindTheVariablesOfTheFileUnlessTheContainerHasThem(StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node)) {
            assertEquals(
                    List.of("two words", "container", "of all", "/var/log/pcmk-init.log"),
                    output(
                            "echo \"$FROM_FILE\"; echo $FROM_BOTH; echo $LAST; echo $HA_logfile",
                            controller));
        }
    }

    @Test
    void whatAgentsLeaveBehindIsReaped(StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node);
                Gate gate = new Gate(node.host(), "orphan")) {
            String orphan = "(%s) </dev/null >/dev/null 2>&1 & echo $!".formatted(gate.pass());
            String pid = output(orphan, controller).getFirst();
            gate.awaitArrival();
            assertTrue(
                    daemon.processes().stream().anyMatch(line -> line.startsWith(pid + " 1 ")),
                    () -> pid + " in " + daemon.processes());

            gate.open();
            Await.until(
                    "the end of " + pid,
                    LIMIT,
                    daemon::processes,
                    all -> all.stream().noneMatch(line -> line.startsWith(pid + " ")));
        }
    }

    @Test
    void theExitStatusOfAnAgentIsNotLostAmongOrphans(StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node)) {
            List<Integer> calls = new ArrayList<>();
            for (int number = 0; number < MANY; number++) {
                calls.add(
                        controller.execute(
                                controller.register(),
                                "monitor",
                                "(exit 3) </dev/null >/dev/null 2>&1 & exit " + number % 7));
            }
            for (int number = 0; number < MANY; number++) {
                int call = calls.get(number);
                assertEquals(number % 7, controller.completion(call).outcome().exitCode());
            }
            Await.until(
                    "the end of all zombies",
                    LIMIT,
                    daemon::processes,
                    all -> all.stream().noneMatch(line -> line.contains("<defunct>")));
        }
    }

    @Test
    @BeyondReference("its first process swallows SIGTERM: runtimes kill it in the end")
    void endsAtOnceOnTheWishOfTheRuntimeWithoutACluster() {
        daemon.terminate();
        assertEquals(0, daemon.awaitExit());
    }

    @Test
    @BeyondReference("its first process swallows SIGTERM: runtimes kill it in the end")
    void theWishOfTheRuntimeMovesResourcesOffFirst(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            daemon.terminate();
            assertEquals(List.of("proxy shutdown_req"), Transcript.next(1, peer));
            peer.send(new Request.Forward(new ProxyMessage.ShutdownAck()));
            assertEquals(List.of("reply 0"), Transcript.next(1, peer));
            assertTrue(daemon.isRunning());
        }
        assertEquals(0, daemon.awaitExit());
    }

    @Test
    @BeyondReference("it reads the file before it has a log")
    void aLineOfNoUseIsLogged(StandaloneNode node) {
        String log = node.host().run("cat", "/var/log/" + ContainerDaemon.LOG);
        assertTrue(log.contains("Ignoring line 4 of /etc/pacemaker/pcmk-init.env: "), log);
    }

    private static List<String> output(String commands, Controller controller) {
        return controller
                .run(controller.register(), "monitor", commands)
                .outcome()
                .output()
                .map(LineEnds::restored)
                .orElse("")
                .lines()
                .toList();
    }
}
