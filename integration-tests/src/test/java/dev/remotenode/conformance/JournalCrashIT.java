package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the daemon has recorded, when it or its disk has come to grief. */
@ConformanceTest
@BeyondReference("it keeps no journal")
class JournalCrashIT {
    private static final Pattern NUMBER = Pattern.compile("^(\\d+) ", Pattern.MULTILINE);
    private static final int ROUNDS = 5;

    @Test
    void isReadableAfterEveryKill(StandaloneNode node) {
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int operations = ThreadLocalRandom.current().nextInt(1, 60);
            Controller controller = Controller.signedOn(node);
            String id = controller.register();
            for (int count = 0; count < operations; count++) {
                controller.run(id, "start", "exit 0");
            }
            controller.execute(id, "stop", "exit 0");
            node.replaceDaemon(Map.of());
            controller.peer().close();
            List<Long> numbers = numbers(node);
            assertEquals(numbers.stream().distinct().sorted().toList(), numbers);
            assertTrue(numbers.size() >= told, "records of round %d are gone".formatted(round));
            told = numbers.size();
        }
        assertTrue(told > 0, "nothing was recorded");
    }

    @Test
    void doesWithoutAFullDisk(StandaloneNode node) {
        Host host = node.host();
        host.run("mkdir", "-p", "/run/small");
        host.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/run/small");
        node.replaceDaemon(Map.of("REMOTE_NODE_STATE_DIRECTORY", "/run/small/journal"));
        int before = node.log().length();
        host.run("sh", "-c", "cat /dev/zero >/run/small/filler 2>/dev/null; true");

        try (Controller controller = Controller.signedOn(node)) {
            String id = controller.register();
            for (int count = 0; count < 50; count++) {
                Controller.assertEnded(Codes.DONE, Codes.OK, controller.run(id, "start", "exit 0"));
            }
            awaitLogged("are not recorded in /run/small/journal", before, node);
            host.run("rm", "/run/small/filler");
            for (int count = 0; count < 5; count++) {
                controller.run(id, "stop", "exit 0");
            }
            awaitLogged("are recorded in /run/small/journal again", before, node);
        }

        String log = node.log().substring(before);
        assertEquals(1, log.split("are not recorded in", -1).length - 1, log);
        assertTrue(OperatorTool.runOn(host, "ops").output().contains(" stop "));
        node.replaceDaemon(Map.of());
        host.run("umount", "/run/small");
    }

    private static void awaitLogged(String text, int from, StandaloneNode node) {
        Await.until(text, Duration.ofSeconds(10), () -> node.log().substring(from).contains(text));
    }

    private static List<Long> numbers(StandaloneNode node) {
        CommandResult operations = OperatorTool.runOn(node.host(), "ops", "--limit", "10000");
        return NUMBER.matcher(operations.outputOrFail())
                .results()
                .map(line -> Long.valueOf(line.group(1)))
                .toList();
    }
}
