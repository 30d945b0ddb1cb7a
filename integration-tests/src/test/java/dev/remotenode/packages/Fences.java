package dev.remotenode.packages;

import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fence device that lets every node live, and writes down what it was told to do.
 *
 * @param member the cluster node that has it
 */
record Fences(Host member) {
    private static final String JOURNAL = "/run/fence_journal";

    private static final String AGENT =
            """
            #!/bin/bash
            while read -r line; do
                case $line in
                    action=*) action=${line#action=} ;;
                    port=*) port=${line#port=} ;;
                esac
            done
            case $action in
                metadata)
                    echo '<resource-agent name="fence_journal"><longdesc/><parameters>'
                    echo '<parameter name="port"><content type="string"/></parameter>'
                    echo '</parameters><actions><action name="monitor"/><action name="off"/>'
                    echo '<action name="reboot"/><action name="metadata"/></actions>'
                    echo '</resource-agent>' ;;
                off | reboot) echo "$action $port" >>%s ;;
            esac
            """
                    .formatted(JOURNAL);

    /** Has the cluster fence a node whenever it sees a reason to. */
    static Fences raise(Cluster cluster, Host member, Host guest) {
        member.write("/usr/sbin/fence_journal", AGENT);
        member.run("chmod", "755", "/usr/sbin/fence_journal");
        cluster.cib()
                .create(
                        Primitive.of("fences", "stonith:fence_journal")
                                .withParameter("pcmk_host_list", guest.name()),
                        List.of());
        member.run("crm_attribute", "--name", "stonith-enabled", "--update", "true");
        return new Fences(member);
    }

    /** Everything so far that would have ended a node, such as {@code reboot guest1}. */
    List<String> journal() {
        Path file = member.file(JOURNAL);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
