package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lrmd.message.Notification.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an agent's output is reported. */
@ConformanceTest
class OutputIT {
    @ParameterizedTest
    @CsvSource({
        "printf out,out",
        "echo out,'out\n'",
        "printf out; printf err >&2,err",
        "printf out; echo >&2,'\n'",
        "printf 'ocf-exit-reason:why' >&2,ocf-exit-reason:why",
        "printf grüße,grüße",
    })
    void isStandardErrorElseStandardOutput(String commands, String output, Controller controller) {
        assertEquals(
                Optional.of(output), run(commands, controller).output().map(LineEnds::restored));
    }

    @Test
    void isNothingIfTheAgentIsSilent(Controller controller) {
        assertEquals(Optional.empty(), run("true", controller).output());
    }

    @Test
    @BeyondReference(
            value = "2.1.5 writes a line end as a backslash and an n",
            of = PacemakerSeries.V2_1)
    void keepsLineEnds(Controller controller) {
        assertEquals(
                Optional.of("one\n\ttwo\n"),
                run("echo one; printf '\\ttwo\\n'", controller).output());
    }

    @Test
    @BeyondReference(value = "2.1.5 sends broken XML", of = PacemakerSeries.V2_1)
    void keepsMarkupAfterTextBeyondAscii(Controller controller) {
        assertEquals(
                Optional.of("hé \"x\" & <y>"), run("printf 'hé \"x\" & <y>'", controller).output());
    }

    @Test
    @BeyondReference(value = "2.1.5 sends octal numbers", of = PacemakerSeries.V2_1)
    void replacesWhatXmlCannotHold(Controller controller) {
        String output = run("printf 'a\\001b\\377c'", controller).output().orElseThrow();

        assertTrue(output.matches("a.b.c"), output);
    }

    @Test
    void isReportedInFullLength(Controller controller) {
        int size = 1_000_000;

        Optional<String> output =
                run("head -c " + size + " /dev/zero | tr '\\0' x", controller).output();

        assertEquals(Optional.of("x".repeat(size)), output);
    }

    @ParameterizedTest
    @CsvSource({
        "ocf-exit-reason:why,why",
        "'oops ocf-exit-reason:why not? ','why not? '",
        "ocf-exit-reason:first\\nocf-exit-reason:last\\nmore,last",
    })
    void hasAnExitReasonAfterItsLastMarker(String text, String reason, Controller controller) {
        for (int exitCode : new int[] {0, 1}) {
            assertEquals(
                    Optional.of(reason),
                    run("printf '" + text + "' >&2; exit " + exitCode, controller).exitReason());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "echo ocf-exit-reason:why",
        "echo ocf-exit-reason: >&2",
        "echo why >&2; exit 1",
        "printf 'ocf-exit-reason:why\\nocf-exit-reason:\\n' >&2",
    })
    void hasNoExitReasonWithoutOne(String commands, Controller controller) {
        assertEquals(Optional.empty(), run(commands, controller).exitReason());
    }

    @Test
    void doesNotWaitForAGrandchildThatKeepsThePipesOpen(Controller controller) {
        assertEquals(Optional.of("out"), run("sleep 1d & printf out", controller).output());
    }

    private static Outcome run(String commands, Controller controller) {
        return controller.run(controller.register(), "start", commands).outcome();
    }
}
