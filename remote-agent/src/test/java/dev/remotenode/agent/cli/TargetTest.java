package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "guest1, guest1, 3121",
        "guest1:4000, guest1, 4000",
        "192.0.2.7:1, 192.0.2.7, 1",
        "2001:db8::1, 2001:db8::1, 3121",
        "::1, ::1, 3121",
        "[::1], ::1, 3121",
        "[2001:db8::1]:4000, 2001:db8::1, 4000",
        "fe80::1%eth0, fe80::1%eth0, 3121",
    })
    void readsHostAndPort(String text, String host, int port) throws CommandException {
        assertEquals(new Target(host, port), Target.parse(text, 3121));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "guest1:", "guest1:0", "guest1:65536", "guest1:ssh", "[::1]x", "[]"})
    void refusesWhatIsNone(String text) {
        CommandException refusal =
                assertThrows(CommandException.class, () -> Target.parse(text, 3121));

        assertEquals(ExitStatus.USAGE, refusal.status());
        assertTrue(String.valueOf(refusal.getMessage()).contains("HOST:PORT"));
    }

    @Test
    void isWrittenSoThatItCanBeReadAgain() {
        assertEquals("guest1:3121", new Target("guest1", 3121).toString());
        assertEquals("[::1]:3121", new Target("::1", 3121).toString());
    }
}
