package dev.remotenode.lab.journal;

import dev.remotenode.control.journal.Agent;
import dev.remotenode.control.journal.ConnectionEnd;
import dev.remotenode.control.journal.ConnectionStart;
import dev.remotenode.control.journal.DaemonEnd;
import dev.remotenode.control.journal.DaemonStart;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Parameter;
import dev.remotenode.control.journal.Process;
import dev.remotenode.control.journal.Refusal;
import dev.remotenode.control.journal.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Weeks of a node with good and bad days: resources that start, are monitored, fail, hang and move.
 * The same each time but for the moment of its end. Used by one thread.
 */
public final class Weeks {
    /** What nothing that is made of the journal may do: become a part of a page. */
    public static final String HOSTILE =
            "</pre></script><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int NOT_RUNNING = 7;
    private static final int DONE = 0;
    private static final int TIMED_OUT = 2;
    private static final int FENCED_EVERY = 900;
    private static final int REPEATED_FOR = 20;
    private static final int ROOM = 50;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final List<String> RESOURCES =
            List.of("ip", "files", "db", "web", "mail", "cache", "queue", "search", "backup");

    private final WrittenJournal journal = new WrittenJournal();
    private final Random random = new Random(7);
    private final long step;
    private final int operations;
    private final long end;
    private long now;
    private int written;
    private int calls;

    private Weeks(int operations, Duration length, Instant end) {
        this.operations = operations;
        this.end = end.toEpochMilli();
        this.step = length.toMillis() / operations;
        // Starts of the daemon take their time, too.
        this.now = end.minus(length).minus(length.dividedBy(ROOM)).toEpochMilli();
    }

    /**
     * Writes one.
     *
     * @param operations so many of them
     * @param length from the first to the last
     * @param end of the last
     */
    public static WrittenJournal written(int operations, Duration length, Instant end) {
        Weeks weeks = new Weeks(operations, length, end);
        weeks.write();
        return weeks.journal;
    }

    private void write() {
        start();
        while (written < operations) {
            String resource = RESOURCES.get(random.nextInt(RESOURCES.size()));
            int chance = random.nextInt(100);
            if (chance < 2) {
                hang(resource);
            } else if (chance < 5) {
                fail(resource);
            } else if (chance < 50) {
                monitor(resource);
            } else {
                once(resource, chance < 75 ? "start" : "stop");
            }
            if (written % FENCED_EVERY == FENCED_EVERY / 2) {
                restart();
            }
        }
    }

    private void start() {
        journal.add(
                now,
                r -> r.setDaemonStart(DaemonStart.newBuilder().setVersion("0.1.0").setPid(812)));
        connect();
    }

    private void connect() {
        journal.add(
                now,
                r ->
                        r.setConnectionStart(
                                ConnectionStart.newBuilder()
                                        .setPeer("192.0.2.1:41234")
                                        .setTls("TLS 1.3, key")));
    }

    private void restart() {
        long since = now - 40 * step;
        pass(1);
        journal.add(
                now,
                r ->
                        r.setConnection(
                                ConnectionEnd.newBuilder()
                                        .setPeer("192.0.2.1:41234")
                                        .setName("pacemaker-remote-guest1:3121")
                                        .setSinceMs(since)
                                        .setProtocol("1.1")
                                        .setTls("TLS 1.3, key")
                                        .setProvider(true)
                                        .setReason("the other side closed the connection")));
        journal.add(
                now,
                r -> r.setDaemonEnd(DaemonEnd.newBuilder().setReason("the daemon was stopped")));
        pass(3);
        start();
        journal.add(
                now,
                r ->
                        r.setRefusal(
                                Refusal.newBuilder()
                                        .setPeer("192.0.2.66:50022")
                                        .setReason("the peer's key differs from this node's")));
    }

    private void pass(int steps) {
        now += steps * step;
    }

    private void once(String resource, String action) {
        long took = Math.round(40 * Math.exp(random.nextGaussian()));
        run(begun(resource, action).setRanMs(took).setExitCode(OK).setStatus(DONE));
    }

    private void monitor(String resource) {
        long of =
                run(
                        begun(resource, "monitor")
                                .setIntervalMs(INTERVAL.toMillis())
                                .setRanMs(18)
                                .setExitCode(OK)
                                .setStatus(DONE));
        long until = Math.min(now + REPEATED_FOR * step, end);
        long count = (until - now) / INTERVAL.toMillis();
        if (count > 0) {
            journal.add(
                    until,
                    r ->
                            r.setRepetition(
                                    Repetition.newBuilder()
                                            .setOf(of)
                                            .setCount(count)
                                            .setLongestMs(120)
                                            .setTotalMs(19 * count)));
        }
    }

    private void fail(String resource) {
        run(
                begun(resource, "monitor")
                        .setIntervalMs(INTERVAL.toMillis())
                        .setRanMs(31)
                        .setExitCode(random.nextBoolean() ? ERROR : NOT_RUNNING)
                        .setStatus(DONE)
                        .setReason("no space left in /srv/" + resource)
                        .setOutput(
                                "ocf-exit-reason:no space left in /srv/%s%nuser said: %s%n"
                                        .formatted(resource, HOSTILE)));
    }

    private void hang(String resource) {
        run(
                begun(resource, "start")
                        .setRanMs(20_000)
                        .setTimeoutMs(20_000)
                        .setExitCode(ERROR)
                        .setStatus(TIMED_OUT)
                        .setReason(
                                "Resource agent did not complete within 20s: in state D in"
                                        + " nfs_wait_bit_killable: mount")
                        .addProcesses(
                                Process.newBuilder()
                                        .setPid(4711)
                                        .setState("S")
                                        .setWaitChannel("do_wait")
                                        .setCpuMs(12)
                                        .setCommandLine(
                                                "/bin/sh /usr/lib/ocf/resource.d/heartbeat/Filesystem start"))
                        .addProcesses(
                                Process.newBuilder()
                                        .setPid(4719)
                                        .setParent(4711)
                                        .setDepth(1)
                                        .setState("D")
                                        .setWaitChannel("nfs_wait_bit_killable")
                                        .setCommandLine("mount -t nfs nas:/export /srv/" + resource)
                                        .addKernelStack("nfs_wait_bit_killable")
                                        .addKernelStack("__wait_on_bit")));
    }

    private OperationRun.Builder begun(String resource, String action) {
        calls++;
        return OperationRun.newBuilder()
                .setResource(resource)
                .setAgent(
                        Agent.newBuilder()
                                .setStandard("ocf")
                                .setProvider("heartbeat")
                                .setType("Filesystem"))
                .setAction(action)
                .setTimeoutMs(20_000)
                .setCallId(calls)
                .setStartedMs(now)
                .setWaitedMs(random.nextInt(3))
                .addParameters(
                        Parameter.newBuilder().setName("directory").setValue("/srv/" + resource))
                .addParameters(Parameter.newBuilder().setName("password").setMasked(true));
    }

    private long run(OperationRun.Builder run) {
        long number = journal.add(now + run.getRanMs(), r -> r.setOperation(run));
        written++;
        pass(1);
        return number;
    }
}
