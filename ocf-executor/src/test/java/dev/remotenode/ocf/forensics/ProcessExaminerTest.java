package dev.remotenode.ocf.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessExaminerTest {

    private static final int DAEMON = 50;
    private static final int AGENT = 100;

    @TempDir Path folder;
    private ProcFolder proc;

    @BeforeEach
    void open() {
        proc = new ProcFolder(folder);
        proc.process(1, "init", 'S', 0, 1, 1);
        proc.process(DAEMON, "pacemaker-remot", 'S', 1, DAEMON, DAEMON);
        proc.process(AGENT, "Filesystem", 'S', DAEMON, AGENT, DAEMON);
    }

    @Test
    void aProcessThatWaitsForADeadServerIsDescribedInFull() {
        proc.process(101, "mount) S 1 (x", 'D', AGENT, AGENT, DAEMON);
        proc.file(101, "wchan", "nfs_wait_bit_killable.constprop.0");
        proc.file(101, "cmdline", "mount\0-t\0nfs\0a\nb:/x\0");
        proc.file(
                101,
                "stack",
                """
                [<0>] nfs_wait_bit_killable+0x1a/0x60
                [<ffffffff811ca4bb>] rpc_wait_bit.isra.3+0x11/0x20
                [<0>] entry_SYSCALL_64_after_hwframe+0x76/0x7e
                """);

        ProcessTree tree = examine();

        assertTrue(tree.complete());
        assertEquals(
                new ProcessSnapshot(
                        101,
                        AGENT,
                        1,
                        false,
                        'D',
                        Optional.of("nfs_wait_bit_killable"),
                        Duration.ofMillis(50),
                        "mount -t nfs a?b:/x",
                        List.of(
                                "nfs_wait_bit_killable",
                                "rpc_wait_bit",
                                "entry_SYSCALL_64_after_hwframe")),
                tree.processes().getLast());
    }

    @Test
    void strangersAreNoFamily() {
        proc.process(90, "monitor", 'S', DAEMON, 90, DAEMON);
        proc.process(91, "sleep", 'S', 90, 90, DAEMON);
        proc.process(200, "httpd", 'S', 1, 200, 200);

        assertEquals(List.of("0 Filesystem"), describe(examine()));
    }

    @Test
    void childrenFollowTheirParents() {
        proc.process(101, "first", 'S', AGENT, AGENT, DAEMON);
        proc.process(102, "second", 'S', AGENT, AGENT, DAEMON);
        proc.process(103, "grandchild", 'S', 101, AGENT, DAEMON);

        assertEquals(
                List.of("0 Filesystem", "1 first", "2 grandchild", "1 second"),
                describe(examine()));
    }

    @Test
    void whoLeftTheGroupIsFoundByParentGroupOrSession() {
        proc.process(101, "setsid", 'S', AGENT, 101, 101);
        proc.process(102, "orphan-of-group", 'S', 1, AGENT, DAEMON);
        proc.process(103, "orphan-of-session", 'S', 1, 103, 101);
        proc.process(104, "child-of-orphan", 'S', 103, 103, 101);

        ProcessTree tree = examine();

        assertEquals(
                List.of(
                        "0 Filesystem",
                        "1 setsid left",
                        "1 orphan-of-group",
                        "1 orphan-of-session left",
                        "2 child-of-orphan left"),
                describe(tree));
        assertEquals(
                List.of(101, 103, 104),
                tree.outsideOfGroup().stream().map(ProcessSnapshot::pid).toList());
    }

    @Test
    void theStackTellsWhereAProcessWaitsIfTheWaitChannelDoesNot() {
        proc.file(AGENT, "stack", "[<0>] do_wait+0x5f/0x140\n[<0>] kernel_wait4+0xb9/0x190\n");

        assertEquals(Optional.of("do_wait"), examine().processes().getFirst().waitChannel());
    }

    @Test
    void aProcessWithoutCommandLineIsItsName() {
        proc.file(AGENT, "cmdline", "");

        assertEquals("[Filesystem]", examine().processes().getFirst().commandLine());
    }

    @Test
    void filesThatAreNoProcessesAndProcessesThatAreGoneDoNoHarm() {
        proc.file(33, "stat", "33 (broken");
        proc.file(34, "cmdline", "without stat");

        assertEquals(List.of("0 Filesystem"), describe(examine()));
        assertEquals(List.of(), new ProcessExaminer(folder).examine(999, List.of()).processes());
        assertEquals(
                List.of(),
                new ProcessExaminer(folder.resolve("none")).examine(1, List.of()).processes());
    }

    @Test
    void aBombIsNotExaminedInFull() {
        for (int pid = 101; pid < 200; pid++) {
            proc.process(pid, "bomb", 'R', pid - 1, AGENT, DAEMON);
        }

        ProcessTree tree = examine();

        assertEquals(32, tree.processes().size());
        assertFalse(tree.complete());
    }

    @ParameterizedTest
    @CsvSource({
        "--password=open sesame,--password=***",
        "'one\ntwo',one?two",
        "'open\nsesame!',***!",
        "open,open",
    })
    void secretsAreNotTold(String argument, String told) {
        proc.file(AGENT, "cmdline", argument + "\0");

        ProcessTree tree =
                new ProcessExaminer(folder)
                        .examine(AGENT, List.of("", "open sesame", "open\nsesame"));

        assertEquals(told, tree.processes().getFirst().commandLine());
    }

    @Test
    void aSecretIsNotToldInPartsEither() {
        proc.file(AGENT, "cmdline", "x".repeat(508) + "open sesame\0");

        ProcessTree tree = new ProcessExaminer(folder).examine(AGENT, List.of("open sesame"));

        assertEquals("x".repeat(508) + "***", tree.processes().getFirst().commandLine());
    }

    private ProcessTree examine() {
        return new ProcessExaminer(folder).examine(AGENT, List.of());
    }

    private static List<String> describe(ProcessTree tree) {
        return tree.processes().stream()
                .map(process ->
                        process.depth()
                                + process.commandLine().replace("/bin/", " ").replace(" -x", "")
                                + (process.leftGroup() ? " left" : ""))
                .toList();
    }
}
