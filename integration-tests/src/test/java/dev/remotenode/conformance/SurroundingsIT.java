package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an agent finds around itself. */
@ConformanceTest
class SurroundingsIT {
    /** Made by the shell that the agent runs in. */
    private static final Set<String> BY_THE_SHELL = Set.of("PWD", "SHLVL", "_", "OLDPWD");

    @Test
    void anAgentFindsTheEnvironmentOfTheDaemonWithWhatAgentsNeed(Controller controller) {
        String id = controller.register();

        Map<String, String> found = environment(id, Map.of(), controller);

        assertContains(
                Map.ofEntries(
                        Map.entry("LANG", "C.UTF-8"),
                        Map.entry("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
                        Map.entry("PCMK_service", "pacemaker-remoted"),
                        Map.entry("PCMK_logfile", "/var/log/pacemaker/pacemaker.log"),
                        Map.entry("HA_logfile", "/var/log/pacemaker/pacemaker.log"),
                        Map.entry("HA_LOGFILE", "/var/log/pacemaker/pacemaker.log"),
                        Map.entry("OCF_RA_VERSION_MAJOR", "1"),
                        Map.entry("OCF_RA_VERSION_MINOR", "1"),
                        Map.entry("OCF_ROOT", "/usr/lib/ocf"),
                        Map.entry("OCF_EXIT_REASON_PREFIX", "ocf-exit-reason:"),
                        Map.entry("OCF_RESOURCE_INSTANCE", id),
                        Map.entry("OCF_RESOURCE_TYPE", ScriptAgent.TYPE),
                        Map.entry("OCF_RESOURCE_PROVIDER", ScriptAgent.PROVIDER)),
                found);
        Set<String> more = new TreeSet<>(found.keySet());
        more.removeAll(BY_THE_SHELL);
        more.removeIf(name -> name.matches("(PCMK|HA)_.*|OCF_.*|LANG|PATH"));
        assertEquals(Set.of(), more);
    }

    /** The daemon may be, but it was not started like that. */
    @Test
    void theKernelDoesNotSpareAnAgentWhenMemoryRunsOut(Controller controller) {
        String hasTheUsualPlace = "until [ \"$(</proc/self/oom_score_adj)\" = 0 ]; do :; done";

        assertEnded(DONE, OK, controller.run(controller.register(), "start", hasTheUsualPlace));
    }

    @Test
    @BeyondReference(value = "3.0.0 sets none here", of = PacemakerSeries.V3_0)
    void anAgentFindsTheLogFacilityOfTheDaemon(Controller controller) {
        Map<String, String> found = environment(controller.register(), Map.of(), controller);

        assertContains(
                Map.of(
                        "PCMK_logfacility", "daemon",
                        "HA_logfacility", "daemon",
                        "HA_LOGFACILITY", "daemon"),
                found);
    }

    @Test
    void theCheckLevelKeepsItsName(Controller controller) {
        Map<String, String> found =
                environment(controller.register(), Map.of("OCF_CHECK_LEVEL", "10"), controller);

        assertContains(Map.of("OCF_CHECK_LEVEL", "10"), found);
        assertFalse(found.containsKey("OCF_RESKEY_OCF_CHECK_LEVEL"));
    }

    /** All that the cluster may say of the environment has a name of its own. */
    @Test
    void parametersDoNotChangeHowAnAgentIsRun(Controller controller) {
        Map<String, String> hostile =
                Map.of(
                        "LD_PRELOAD", "/tmp/evil.so",
                        "LD_LIBRARY_PATH", "/tmp",
                        "PATH", "/tmp",
                        "BASH_ENV", "/tmp/evil",
                        "JAVA_TOOL_OPTIONS", "-javaagent:/tmp/evil.jar",
                        "JDK_JAVA_OPTIONS", "-javaagent:/tmp/evil.jar",
                        "OCF_ROOT", "/tmp");

        Map<String, String> found = environment(controller.register(), hostile, controller);

        assertContains(
                Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "OCF_ROOT", "/usr/lib/ocf"), found);
        hostile.forEach((name, value) -> {
            assertEquals(value, found.get("OCF_RESKEY_" + name));
            assertNotEquals(value, found.get(name));
        });
    }

    @Test
    void anAgentWorksWhereItsCoreDumpsAreLookedFor(Controller controller) {
        assertEquals(List.of("/var/lib/pacemaker/cores"), output("pwd -P", controller));
    }

    @Test
    void othersMayNotReadTheFilesOfAnAgent(Controller controller) {
        assertEquals(List.of("0026"), output("umask", controller));
    }

    @Test
    void anAgentLeadsAProcessGroupInTheSessionOfTheDaemon(Controller controller) {
        List<String> found =
                output(
                        "for p in $$ $PPID; do echo $p; cut -d' ' -f5,6 /proc/$p/stat; done",
                        controller);

        String agent = found.get(0);
        String[] own = found.get(1).split(" ", 2);
        String[] daemons = found.get(3).split(" ", 2);
        assertEquals(agent, own[0]);
        assertEquals(daemons[1], own[1]);
    }

    @Test
    void anAgentHasNoPartOfThePriorityOfTheDaemon(Controller controller) {
        assertEquals(
                List.of("0", "SCHED_OTHER", "0"),
                output("nice; chrt -p $$ | sed 's/.*: //; 2q'", controller));
    }

    @Test
    void anAgentMayOpenAsManyFilesAsTheDaemonWasAllowed(
            StandaloneNode node, Controller controller) {
        String highest = node.host().run("bash", "-c", "ulimit -Hn").strip();

        assertEquals(List.of("1024", highest), output("ulimit -Sn; ulimit -Hn", controller));
    }

    @Test
    void noSignalIsBlockedAndABrokenPipeIsDeadly(Controller controller) {
        List<String> found =
                output("exec sed -nE 's/^Sig(Blk|Ign):.//p' /proc/self/status", controller);

        assertEquals("0000000000000000", found.getFirst());
        assertEquals(0, Long.parseUnsignedLong(found.getLast(), 16) & 1L << (13 - 1));
    }

    @Test
    void anAgentHasTheStandardStreamsAndNothingElse(Controller controller) {
        // The fourth is the folder that ls itself reads.
        assertEquals(List.of("0", "1", "2", "3"), output("exec ls /proc/self/fd", controller));
    }

    @Test
    void anAgentIsRoot(Controller controller) {
        assertEquals(
                List.of("0", "0", "0", "0"), output("id -u; id -ru; id -g; id -rg", controller));
    }

    @Test
    void agentsLogWhereTheDaemonLogsItsDetails(StandaloneNode node) {
        String log = "/var/log/pacemaker/pacemaker.log";
        node.replaceDaemon(Map.of("PCMK_debug", "yes"));
        try (Controller controller = Controller.signedOn(node)) {
            Map<String, String> found = environment(controller.register(), Map.of(), controller);

            assertContains(Map.of("HA_DEBUGLOG", log, "HA_LOGFILE", log), found);
        } finally {
            node.replaceDaemon(Map.of());
        }
    }

    @Test
    void agentsAreNotToldOfTheServiceManagerOfTheDaemon(StandaloneNode node) {
        node.replaceDaemon(Map.of("NOTIFY_SOCKET", "/run/notify", "OTHER", "kept"));
        try (Controller controller = Controller.signedOn(node)) {
            Map<String, String> found = environment(controller.register(), Map.of(), controller);

            assertFalse(found.containsKey("NOTIFY_SOCKET"));
            assertEquals("kept", found.get("OTHER"));
        } finally {
            node.replaceDaemon(Map.of());
        }
    }

    @Test
    void theDaemonMakesTheFolderForTheStateOfAgents(StandaloneNode node) {
        node.host().run("rm", "-rf", "/run/resource-agents");
        node.replaceDaemon(Map.of());
        try (Controller controller = Controller.signedOn(node)) {
            assertEquals(
                    List.of("751 root"),
                    output("stat -c '%a %U' /run/resource-agents", controller));
        }
    }

    private static List<String> output(String commands, Controller controller) {
        return lines(controller.run(controller.register(), "start", commands));
    }

    private static List<String> lines(ExecComplete end) {
        return end.outcome().output().map(LineEnds::restored).orElse("").lines().toList();
    }

    private static Map<String, String> environment(
            String id, Map<String, String> parameters, Controller controller) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(ScriptAgent.does("env"));
        return lines(controller.run(Requests.once(id, "start", all))).stream()
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void assertContains(Map<String, String> expected, Map<String, String> found) {
        Map<String, String> relevant = new HashMap<>(found);
        relevant.keySet().retainAll(expected.keySet());
        assertEquals(expected, relevant);
    }
}
