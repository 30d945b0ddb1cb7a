package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.scenario.GuestRole.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tools inside the guest may do once the cluster's access control lists are in force. The
 * cluster node takes every call from the guest for one of a user with the guest's name: what the
 * caller's own name may do counts for nothing, not even root's.
 */
@RemoteClusterTest
class AccessControlIT {
    private static final int REFUSED = 4;
    private static final int NOT_CONNECTED = 102;

    /** In the group that may connect, and allowed to read everything by its own name. */
    private static final String READER = "reader";

    private static final String STRANGER = "stranger";

    @BeforeEach
    void makeUsers(RemoteCluster stage) {
        Host guest = guest(stage);
        if (!guest.run(Command.of("id", READER)).succeeded()) {
            guest.run("useradd", "--groups", "haclient", READER);
            guest.run("useradd", STRANGER);
        }
    }

    static Stream<Arguments> combinations() {
        return GuestRole.all().stream()
                .flatMap(role ->
                        Stream.of("root", "hacluster", READER)
                                .map(user -> Arguments.of(role, user)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void goesByTheNameOfTheGuest(GuestRole role, String user, RemoteCluster stage) {
        enforce(role, stage);
        CommandResult configuration = ask(stage, user, "cibadmin", "--query");
        assertEquals(status(role.may(Right.READ)), configuration.status(), configuration.errors());
        assertEquals(role.may(Right.SEE_RESOURCES), configuration.output().contains("<primitive"));

        assertEquals(
                status(role.may(Right.TUNE)),
                ask(stage, user, "crm_attribute", "--name=tuned", "--update=" + user).status());
        assertEquals(
                role.may(Right.TUNE) ? user : "as it was",
                member(stage).run("crm_attribute", "--name=tuned", "--query", "--quiet").strip());

        assertEquals(
                status(role.may(Right.CREATE_RESOURCES)), createResource(stage, user).status());
        assertEquals(
                role.may(Right.CREATE_RESOURCES),
                member(stage)
                        .run(
                                Command.of(
                                        "cibadmin",
                                        "--query",
                                        "--xpath=//primitive[@id='created']"))
                        .succeeded());
    }

    /**
     * Only the CIB has access control: attributes, fencing history and nodes are not part of it.
     */
    @ParameterizedTest
    @MethodSource("combinations")
    void leavesTheOtherServicesAlone(GuestRole role, String user, RemoteCluster stage) {
        enforce(role, stage);
        assertEquals(
                0, ask(stage, user, "attrd_updater", "--name=mood", "--update=" + role).status());
        assertEquals(0, ask(stage, user, "stonith_admin", "--list-registered").status());
        assertEquals(0, ask(stage, user, "crm_node", "--list").status());
    }

    @ParameterizedTest
    @MethodSource("dev.remotenode.scenario.GuestRole#all")
    void letsNobodyInWhoIsNotInTheGroup(GuestRole role, RemoteCluster stage) {
        enforce(role, stage);
        assertEquals(NOT_CONNECTED, ask(stage, STRANGER, "cibadmin", "--query").status());
        assertEquals(
                REFUSED,
                ask(stage, STRANGER, "attrd_updater", "--name=mood", "--update=x").status());
    }

    private static void enforce(GuestRole role, RemoteCluster stage) {
        Host member = member(stage);
        member.run("cibadmin", "--delete-all", "--force", "--xpath=//acls");
        member.run(
                "cibadmin",
                "--create",
                "--scope=configuration",
                "--xml-text=" + role.accessControlLists(READER));
        member.run("crm_attribute", "--name=tuned", "--update=as it was");
        member.run("crm_attribute", "--name=enable-acl", "--update=true");
    }

    @AfterAll
    static void enforceNothing(RemoteCluster stage) {
        member(stage).run("crm_attribute", "--name=enable-acl", "--delete");
    }

    private static CommandResult createResource(RemoteCluster stage, String user) {
        return ask(
                stage,
                user,
                "cibadmin",
                "--create",
                "--scope=resources",
                "--xml-text=<primitive id=\"created\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>");
    }

    private static int status(boolean allowed) {
        return allowed ? 0 : REFUSED;
    }

    private static CommandResult ask(RemoteCluster stage, String user, String... command) {
        var arguments = new ArrayList<>(List.of("runuser", "--user", user, "--"));
        arguments.addAll(List.of(command));
        return guest(stage).run(Command.of(arguments));
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }

    private static Host guest(RemoteCluster stage) {
        return stage.remote().host();
    }
}
