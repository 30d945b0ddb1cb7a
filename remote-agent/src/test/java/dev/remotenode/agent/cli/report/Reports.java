package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.check.Verdict;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.control.journal.Agent;
import dev.remotenode.control.journal.ConnectionEnd;
import dev.remotenode.control.journal.ConnectionStart;
import dev.remotenode.control.journal.DaemonStart;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import dev.remotenode.control.message.SettingInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to test with: a node that has seen a few things since second 1000. */
final class Reports {
    static final String HOSTILE = "</script><script>alert(1)</script>";

    private static final int DONE = 0;
    private static final int TIMED_OUT = 2;

    private Reports() {}

    static NodeReport of(List<JournalEntry> entries) {
        return new NodeReport(
                "guest1",
                Instant.ofEpochSecond(2000),
                Optional.empty(),
                Optional.empty(),
                List.of("The daemon does not run."),
                List.of(
                        SettingInForce.newBuilder()
                                .setName("PCMK_remote_port")
                                .setValue("3122")
                                .setSource("/etc/default/pacemaker:1")
                                .build()),
                entries,
                false,
                Map.of(2L, "all about 2: " + HOSTILE),
                List.of(),
                List.of(),
                List.of(
                        new Observation(
                                Verdict.PROBLEM,
                                "key",
                                "there is none",
                                "copy that of the cluster")),
                List.of(new ProgramVersion("pacemaker", "2.1.5")));
    }

    static JournalEntry fine(long number, String resource, int second, long took) {
        return operation(number, run(resource, second, took).setStatus(DONE), second);
    }

    static JournalEntry failed(long number, String resource, int second, String reason) {
        return operation(
                number,
                run(resource, second, 30).setStatus(DONE).setExitCode(1).setReason(reason),
                second);
    }

    static JournalEntry timedOut(long number, String resource, int second, long took) {
        return operation(
                number,
                run(resource, second, took)
                        .setStatus(TIMED_OUT)
                        .setExitCode(1)
                        .setReason("in state D: mount"),
                second);
    }

    static JournalEntry repeated(JournalEntry entry, int count, int lastSecond) {
        return new JournalEntry(
                entry.record(),
                Optional.of(
                        Record.newBuilder()
                                .setTimeMs(lastSecond * 1000L)
                                .setRepetition(
                                        Repetition.newBuilder()
                                                .setOf(entry.record().getNumber())
                                                .setCount(count)
                                                .setLongestMs(900)
                                                .setTotalMs(1000))
                                .build()));
    }

    static JournalEntry daemonStart(long number, int second) {
        return entry(
                record(number, second)
                        .setDaemonStart(DaemonStart.newBuilder().setVersion("0.1.0").setPid(7)));
    }

    static JournalEntry connected(long number, int second, String peer) {
        return entry(
                record(number, second)
                        .setConnectionStart(ConnectionStart.newBuilder().setPeer(peer)));
    }

    static JournalEntry disconnected(long number, int second, String peer, int since) {
        return entry(
                record(number, second)
                        .setConnection(
                                ConnectionEnd.newBuilder()
                                        .setPeer(peer)
                                        .setSinceMs(since * 1000L)
                                        .setReason("it was closed")));
    }

    private static OperationRun.Builder run(String resource, int second, long took) {
        return OperationRun.newBuilder()
                .setResource(resource)
                .setAgent(Agent.newBuilder().setStandard("ocf").setType("Dummy"))
                .setAction("start")
                .setStartedMs(second * 1000L - took)
                .setRanMs(took);
    }

    private static JournalEntry operation(long number, OperationRun.Builder run, int second) {
        return entry(record(number, second).setOperation(run));
    }

    private static JournalEntry entry(Record.Builder record) {
        return new JournalEntry(record.build(), Optional.empty());
    }

    private static Record.Builder record(long number, int second) {
        return Record.newBuilder().setNumber(number).setTimeMs(second * 1000L);
    }
}
