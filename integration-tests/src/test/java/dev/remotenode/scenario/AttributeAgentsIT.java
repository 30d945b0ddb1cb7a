package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Agents on the guest that call the cluster's tools themselves. */
@RemoteClusterTest
class AttributeAgentsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** It sets a promotion score by crm_attribute in start and monitor. */
    @Test
    void promotesAStatefulResource(RemoteCluster stage) {
        Host member = member(stage);
        member.run(
                "cibadmin",
                "--create",
                "--scope",
                "resources",
                "--xml-text",
                """
                <clone id="roles"><meta_attributes id="roles-meta">\
                <nvpair id="roles-promotable" name="promotable" value="true"/>\
                <nvpair id="roles-max" name="promoted-max" value="2"/></meta_attributes>\
                <primitive id="role" class="ocf" provider="pacemaker" type="Stateful"><operations>\
                <op id="role-p" name="monitor" role="Promoted" interval="5s"/>\
                <op id="role-u" name="monitor" role="Unpromoted" interval="6s"/></operations>\
                </primitive></clone>\
                """);
        try {
            Await.until(
                    "the resource promoted on the guest",
                    LIMIT,
                    () -> member.run(Command.of("crm_mon", "--one-shot")).output(),
                    shown -> shown.contains("Promoted: [ guest1 node1 ]"));
            assertEquals(
                    "10\n",
                    member.run(
                            "crm_attribute",
                            "--lifetime=reboot",
                            "--node=guest1",
                            "--name=master-role",
                            "--query",
                            "--quiet"));
        } finally {
            member.run("cibadmin", "--delete", "--xml-text", "<clone id=\"roles\"/>");
            Await.until(
                    "the resource gone",
                    LIMIT,
                    () -> member.run(Command.of("crm_resource", "--list")).output(),
                    shown -> !shown.contains("roles"));
        }
    }

    @Test
    void setsANodeAttribute(RemoteCluster stage) {
        stage.addOnRemoteOnly(
                Primitive.of("mark", "ocf:pacemaker:attribute")
                        .withParameter("name", "marked")
                        .withParameter("active_value", "yes")
                        .withParameter("inactive_value", "no"));
        awaitAttribute("marked", "yes", stage);
    }

    /** It sets how many of its addresses answer, by attrd_updater in a process of its own. */
    @Test
    void countsReachableHosts(RemoteCluster stage) {
        stage.addOnRemoteOnly(
                Primitive.of("reach", "ocf:pacemaker:ping")
                        .withParameter("name", "reachable")
                        .withParameter("host_list", member(stage).address() + " 127.0.0.1")
                        .withParameter("dampen", "1s")
                        .withParameter("multiplier", "100")
                        .monitoredEvery(Duration.ofSeconds(2)));
        awaitAttribute("reachable", "200", stage);
    }

    private static void awaitAttribute(String name, String value, RemoteCluster stage) {
        Await.until(
                "the attribute of the guest",
                LIMIT,
                () ->
                        member(stage)
                                .run(
                                        Command.of(
                                                "attrd_updater",
                                                "--query",
                                                "--name=" + name,
                                                "--node=guest1"))
                                .output(),
                shown -> shown.contains("value=\"%s\"".formatted(value)));
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
