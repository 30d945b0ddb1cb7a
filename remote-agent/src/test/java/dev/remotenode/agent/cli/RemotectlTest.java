package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemotectlTest {
    private static final String WRONG_PORT = "guest1:0";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Remotectl remotectl = new Remotectl(stream(out), stream(err), Style.PLAIN);

    @Test
    void helpNamesEveryCommand() {
        assertEquals(0, remotectl.run("--help"));

        Commands.ALL.forEach(command -> assertTrue(text(out).contains("\n  " + command.name())));
    }

    @Test
    void everyCommandHasHelpAndTakesAllFormats() {
        for (Command command : Commands.ALL) {
            out.reset();
            assertEquals(0, remotectl.run(command.name(), "--help"));
            assertTrue(text(out).contains("--output-as"), command::name);
        }
    }

    @Test
    void tellsItsVersion() {
        assertEquals(0, remotectl.run("--version"));

        assertTrue(text(out).startsWith("Remote Node "), text(out));
    }

    @Test
    void nothingAskedForIsHelpAndAMistake() {
        assertEquals(64, remotectl.run());

        assertTrue(text(err).contains("Commands:"), text(err));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "--bogus",
                "ping",
                "ping --bogus guest1",
                "ping a --output-as=html"
            })
    void saysWhatToDoAboutACommandLineThatMakesNoSense(String line) {
        assertEquals(64, remotectl.run(line.split(" ")));

        assertTrue(text(err).startsWith("remotectl: "), text(err));
        assertTrue(text(err).contains("Try 'remotectl"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void complainsToPeopleOnStandardError() {
        assertEquals(64, remotectl.run("ping", WRONG_PORT));

        assertTrue(text(err).startsWith("remotectl: 'guest1:0' is no host"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void complainsToProgramsInTheDocument() {
        assertEquals(64, remotectl.run("ping", WRONG_PORT, "--output-as", "xml"));
        assertEquals(
                """
                <?xml version="1.0"?>
                <remotectl-result version="1.0" request="remotectl ping guest1:0 --output-as xml">\
                <status code="64" message="Incorrect usage" error="'guest1:0' is no host: give \
                HOST, HOST:PORT or [IPV6]:PORT, with a port up to 65535"/></remotectl-result>
                """,
                text(out));

        out.reset();
        assertEquals(64, remotectl.run("ping", WRONG_PORT, "--output-as", "json"));
        assertTrue(text(out).contains("\"status\":{\"code\":64,"), text(out));
        assertEquals("", text(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
