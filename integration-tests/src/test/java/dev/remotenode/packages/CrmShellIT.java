package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.AuthenticationKey;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does with {@code crm}, and {@code crm_report} from a remote node. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrmShellIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String REMOTE = "ocf:pacemaker:remote";
    private static final String PUMP = "pump";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void addsARemoteNodeThatReportsAndRemovesIt(String debian) {
        AdministratorStage.play("CrmShellIT", debian, folder, CrmShellIT::addReportAndRemove);
    }

    private static void addReportAndRemove(AdministratorStage stage) {
        Host member = stage.member();
        Host guest = stage.guest().host();
        var key = new AuthenticationKey();
        key.install(member);
        key.install(guest);
        stage.guest().systemctl("enable", "--now");
        Cluster cluster = Cluster.startServices(List.of(member));

        var server = "server=" + guest.address();
        crm(member, "configure", "primitive", guest.name(), REMOTE, "params", server);
        crm(member, "configure", "primitive", PUMP, "ocf:pacemaker:Dummy");
        crm(member, "configure", "location", "elsewhere", PUMP, "-inf:", member.name());
        cluster.await("the start", LIMIT, now -> now.isStarted(PUMP, guest.name()));
        for (Host host : List.of(member, guest)) {
            String status = crm(host, "status");
            assertTrue(status.contains("RemoteOnline: [ guest1 ]"), status);
        }

        assertReports(member, guest);

        member.run("crm_standby", "--node", guest.name(), "--update", "on");
        cluster.await("the standby", LIMIT, now -> now.isStopped(PUMP));
        member.run("crm_standby", "--node", guest.name(), "--delete");
        cluster.await("the return", LIMIT, now -> now.isStarted(PUMP, guest.name()));

        crm(member, "resource", "stop", guest.name());
        var stopped = cluster.await("the stop", LIMIT, now -> now.isStopped(guest.name()));
        assertEquals(List.of(), stopped.failures());
        assertTrue(stopped.isStopped(PUMP));
        crm(member, "configure", "delete", "elsewhere", PUMP, guest.name());
        cluster.await("the removal", LIMIT, now -> now.resources().isEmpty());
        assertEquals("active", stage.guest().state("is-active"));
    }

    private static void assertReports(Host member, Host guest) {
        var report = CrmReport.reaching(member, guest);

        String said = report.collect(List.of(member.name(), guest.name()));

        assertTrue(said.contains("this appears to be a Pacemaker Remote node"), said);
        assertEquals(guest.name(), report.file(guest.name(), "RUNNING").strip());
        assertTrue(report.file(guest.name(), "cluster-log.txt").contains(DaemonProgram.READY));
        assertTrue(report.file(guest.name(), "crm_mon.txt").contains("RemoteOnline: [ guest1 ]"));
        assertTrue(report.file(guest.name(), "cib.xml.live").contains("id=\"pump\""));
    }

    private static String crm(Host host, String... words) {
        var command = new ArrayList<>(List.of("crm"));
        command.addAll(List.of(words));
        return host.run(Command.of(command).within(LIMIT)).outputOrFail();
    }
}
