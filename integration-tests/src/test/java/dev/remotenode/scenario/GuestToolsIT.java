package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pacemaker's own tools inside the guest, unchanged: their calls reach the cluster. */
@RemoteClusterTest
class GuestToolsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** May administer the cluster. */
    private static final String OPERATOR = "administrator";

    /** May not. */
    private static final String STRANGER = "stranger";

    @BeforeEach
    void makeUsers(RemoteCluster stage) {
        for (Host host : stage.lab().hosts()) {
            if (!host.run(Command.of("id", OPERATOR)).succeeded()) {
                host.run("useradd", "--groups", "haclient", OPERATOR);
                host.run("useradd", STRANGER);
            }
        }
    }

    private static boolean samePacemaker() {
        return PacemakerSeries.fromSystemProperty("cluster")
                == PacemakerSeries.fromSystemProperty("guest");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersAsOnAClusterNode(String user, String question, RemoteCluster stage) {
        CommandResult there = ask(member(stage), user, question);
        CommandResult here = ask(guest(stage), user, question);

        if (samePacemaker()) {
            assertEquals(there.output(), here.output(), here.errors());
            assertEquals(there.status(), here.status(), here.errors());
        } else {
            assertEquals(unspaced(there.output()), unspaced(here.output()), here.errors());
            assertEquals(there.succeeded(), here.succeeded(), here.errors());
        }
    }

    /** Tools of another release lay out their output differently, and number errors differently. */
    private static String unspaced(String output) {
        return output.replaceAll("\\s+", " ");
    }

    static Stream<Arguments> questions() {
        List<String> questions =
                List.of(
                        "cibadmin --query --scope configuration",
                        "crm_attribute --name stonith-enabled --query --quiet",
                        "crm_attribute --name no-such-option --query --quiet",
                        "crm_resource --list",
                        "crm_resource --locate --resource guest1",
                        "crm_verify --live-check",
                        "stonith_admin --list-registered",
                        "stonith_admin --history node1",
                        "crm_node --list",
                        "crm_node --quorum",
                        "crmadmin --dc_lookup",
                        "crmadmin --nodes",
                        "crm_standby --query --node guest1",
                        "crm_failcount --query --resource guest1 --node node1",
                        "crm_ticket --info",
                        "attrd_updater --query --name no-such-attribute");
        return Stream.of("root", OPERATOR, STRANGER)
                .flatMap(user -> questions.stream().map(question -> Arguments.of(user, question)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", OPERATOR})
    void showsTheClusterByCrmMon(String user, RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("shown", "ocf:pacemaker:Dummy"));
        stage.cluster().await("a start", LIMIT, now -> now.isStarted("shown", "guest1"));

        CommandResult shown = ask(guest(stage), user, "crm_mon --one-shot");

        assertTrue(shown.output().contains("RemoteOnline: [ guest1 ]"), shown.output());
        assertTrue(shown.output().contains("Started guest1"), shown.output());
    }

    @Test
    void tellsTheGuestItsNameInTheCluster(RemoteCluster stage) {
        assertEquals("guest1\n", ask(guest(stage), "root", "crm_node --name").outputOrFail());
    }

    @Test
    void setsATransientAttributeOfTheGuest(RemoteCluster stage) {
        ask(guest(stage), OPERATOR, "attrd_updater --name colour --update green").outputOrFail();

        // By name, as the tool of Pacemaker 3.0 means the cluster node otherwise. And not from the
        // CIB:
        // 3.0.0 never writes there what a tool has set without saying that its node is a remote
        // one.
        String question = "attrd_updater --query --name colour --node guest1";
        Await.until(
                "the attribute on the cluster node",
                LIMIT,
                () -> ask(member(stage), "root", question).output(),
                answer -> answer.contains("value=\"green\""));
        assertEquals(
                "name=\"colour\" host=\"guest1\" value=\"green\"\n",
                ask(guest(stage), OPERATOR, question).outputOrFail());
    }

    @Test
    void setsAPermanentAttributeOfTheGuest(RemoteCluster stage) {
        ask(guest(stage), "root", "crm_attribute --node guest1 --name rack --update seven")
                .outputOrFail();
        assertEquals(
                "seven\n",
                ask(
                                member(stage),
                                "root",
                                "crm_attribute --node guest1 --name rack --query --quiet")
                        .outputOrFail());
    }

    @Test
    void letsNoStrangerChangeAnything(RemoteCluster stage) {
        assertNotEquals(
                0,
                ask(guest(stage), STRANGER, "attrd_updater --name colour --update red").status());
        assertNotEquals(0, ask(guest(stage), STRANGER, "cibadmin --query").status());
    }

    @Test
    void servesManyToolsAtOnce(RemoteCluster stage) {
        String crowd =
                "seq 200 | xargs --max-procs=20 --replace crm_attribute --name stonith-enabled --query"
                        + " --quiet";
        CommandResult answers =
                guest(stage).run(Command.of("bash", "-c", crowd).within(Duration.ofMinutes(2)));
        assertEquals("false\n".repeat(200), answers.outputOrFail());
    }

    @Test
    void leavesNothingInSharedMemory(RemoteCluster stage) throws Exception {
        ask(guest(stage), "root", "cibadmin --query --scope nodes").outputOrFail();
        Path sharedMemory = guest(stage).file("/dev/shm");
        Await.until(
                "no file of a tool in /dev/shm", LIMIT, () -> list(sharedMemory), List::isEmpty);
    }

    private static List<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CommandResult ask(Host host, String user, String command) {
        var arguments = new ArrayList<>(List.of("runuser", "--user", user, "--"));
        arguments.addAll(List.of(command.split(" ")));
        return host.run(Command.of(arguments).within(Duration.ofSeconds(60)));
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }

    private static Host guest(RemoteCluster stage) {
        return stage.remote().host();
    }
}
