package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentNameTest {

    @ParameterizedTest
    @CsvSource({
        "ocf:heartbeat:Dummy, ocf:heartbeat:Dummy",
        "ocf:Dummy, ocf:heartbeat:Dummy",
        "systemd:nginx, systemd:nginx",
        "lsb:nginx, lsb:nginx",
    })
    void readsWhatPacemakersToolsRead(String text, String agent) throws CommandException {
        assertEquals(agent, AgentName.text(AgentName.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dummy", "ocf:", ":Dummy", "a:b:c:d", "ocf::Dummy"})
    void refusesWhatIsNone(String text) {
        CommandException refusal =
                assertThrows(CommandException.class, () -> AgentName.parse(text));

        assertEquals(ExitStatus.USAGE, refusal.status());
    }
}
