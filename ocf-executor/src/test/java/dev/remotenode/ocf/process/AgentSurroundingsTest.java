package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent finds around itself when it starts. */
@Timeout(60)
class AgentSurroundingsTest {

    private static final int SIGPIPE = 13;

    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    AgentSurroundingsTest(@TempDir Path folder) {
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @Test
    void parametersAndTheResourceAreInTheEnvironment() {
        agents.script("Env", "cat /proc/self/environ | tr '\\0' '|'");

        Map<String, String> found =
                environment(
                        Map.of(
                                "ip", "10.0.0.1",
                                "empty", "",
                                "9lives", "yes",
                                "lines", "a\nb=c\u00e4",
                                "CRM_meta_timeout", "20000",
                                "OCF_CHECK_LEVEL", "10"));

        assertEquals("10.0.0.1", found.get("OCF_RESKEY_ip"));
        assertEquals("", found.get("OCF_RESKEY_empty"));
        assertEquals("yes", found.get("OCF_RESKEY_9lives"));
        assertEquals("a\nb=c\u00e4", found.get("OCF_RESKEY_lines"));
        assertEquals("20000", found.get("OCF_RESKEY_CRM_meta_timeout"));
        assertEquals("10", found.get("OCF_CHECK_LEVEL"));
        assertFalse(found.containsKey("OCF_RESKEY_OCF_CHECK_LEVEL"));
        assertEquals("1", found.get("OCF_RA_VERSION_MAJOR"));
        assertEquals("1", found.get("OCF_RA_VERSION_MINOR"));
        assertEquals("/usr/lib/ocf", found.get("OCF_ROOT"));
        assertEquals("ocf-exit-reason:", found.get("OCF_EXIT_REASON_PREFIX"));
        assertEquals("rsc", found.get("OCF_RESOURCE_INSTANCE"));
        assertEquals("Env", found.get("OCF_RESOURCE_TYPE"));
        assertEquals("test", found.get("OCF_RESOURCE_PROVIDER"));
    }

    @Test
    void theDaemonsEnvironmentIsThereWithItsChanges() {
        agents.script("Env", "cat /proc/self/environ | tr '\\0' '|'");

        Map<String, String> found = environment(Map.of());

        assertEquals("/usr/bin:/bin", found.get("PATH"));
        assertEquals("pacemaker-remoted", found.get("PCMK_service"));
        System.getenv().entrySet().stream()
                .filter(own -> !own.getKey().matches("PATH|PWD|OLDPWD|SHLVL|_"))
                .filter(own -> !own.getValue().contains("|"))
                .forEach(own -> assertEquals(own.getValue(), found.get(own.getKey())));
    }

    @Test
    void onlyTheStandardDescriptorsAreOpen() {
        // The fourth is the folder that ls itself reads.
        agents.script("Descriptors", "ls /proc/self/fd");

        assertEquals("0\n1\n2\n3\n", runs.output("Descriptors", Map.of()));
    }

    @Test
    void noSignalIsBlockedAndABrokenPipeIsDeadly() {
        agents.script("Signals", "grep -E 'SigBlk|SigIgn' /proc/self/status");

        List<String> lines = runs.output("Signals", Map.of()).lines().toList();

        assertEquals("SigBlk:\t0000000000000000", lines.getFirst());
        long ignored = Long.parseUnsignedLong(lines.getLast().split("\t", 2)[1], 16);
        assertEquals(0, ignored & 1L << (SIGPIPE - 1));
    }

    @Test
    void theAgentLeadsAProcessGroupInTheSessionOfTheDaemon() {
        agents.script("Group", "cut -d' ' -f1,5,6 /proc/$$/stat");

        String[] own = runs.output("Group", Map.of()).trim().split(" ", 3);

        assertEquals(own[0], own[1]);
        assertEquals(runs.output("Group", Map.of()).trim().split(" ", 3)[2], own[2]);
        assertTrue(!own[2].equals(own[0]));
    }

    @Test
    void theActionIsTheOnlyArgument() {
        agents.script("Arguments", "echo \"$0 $# $1\"");

        assertEquals(agents.path("Arguments") + " 1 monitor\n", runs.output("Arguments", Map.of()));
    }

    private Map<String, String> environment(Map<String, String> parameters) {
        return Arrays.stream(runs.output("Env", parameters).split("\\|", -1))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
