package dev.remotenode.bench.predictability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.bench.predictability.Diagnosis.Cause;
import dev.remotenode.bench.predictability.Diagnosis.Finding;
import dev.remotenode.bench.predictability.JvmLog.Pause;
import dev.remotenode.bench.predictability.TheftClock.Theft;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Diagnosis DIAGNOSIS =
            new Diagnosis(
                    new JvmLog(List.of(new Pause("SerialFull", new Span(100, 120))), List.of(905L)),
                    List.of(new Span(300, 330), new Span(115, 125)),
                    List.of(new Theft(new Span(50_000_000, 60_000_000), 10)),
                    List.of(new Span(500, 600)));

    @Test
    void blamesTheJvmForWhatItStoodStill() {
        assertEquals(
                new Finding(Cause.JVM, "all threads stood still: SerialFull"),
                DIAGNOSIS.of(new Span(95, 125)));
    }

    @Test
    void blamesTheMachineForWhatOthersWaitedToo() {
        assertEquals(
                new Finding(Cause.MACHINE, "no processor was free"),
                DIAGNOSIS.of(new Span(295, 335)));
    }

    @Test
    void excusesTheJvmWhenItHadNoProcessor() {
        assertEquals(
                new Finding(Cause.MACHINE, "no processor was free"),
                DIAGNOSIS.of(new Span(110, 126)));
    }

    @Test
    void excusesTheDaemonForWhatTheHostTook() {
        assertEquals(
                new Finding(Cause.MACHINE, "its host took 10 ms"),
                DIAGNOSIS.of(new Span(45_000_000, 65_000_000)));
        assertEquals(
                new Finding(Cause.DAEMON, "unknown"),
                DIAGNOSIS.of(new Span(45_000_000, 70_000_000)));
        assertEquals(
                new Finding(Cause.DAEMON, "unknown"),
                DIAGNOSIS.of(new Span(61_000_000, 62_000_000)));
    }

    @Test
    void doesNotExcuseALongWaitByAShortHiccup() {
        assertEquals(new Finding(Cause.DAEMON, "unknown"), DIAGNOSIS.of(new Span(290, 400)));
    }

    @Test
    void namesWhatTheDaemonWasDoing() {
        assertEquals(
                new Finding(Cause.DAEMON, "a configuration was being carried"),
                DIAGNOSIS.of(new Span(550, 580)));
        assertEquals(
                new Finding(Cause.DAEMON, "methods compiled: 1"), DIAGNOSIS.of(new Span(900, 930)));
    }

    @Test
    void addsUpWhatLiesWithin() {
        assertEquals(30, new Span(100, 200).within(List.of(new Span(90, 110), new Span(180, 250))));
        assertEquals(0, new Span(100, 200).within(List.of(new Span(300, 400))));
    }
}
