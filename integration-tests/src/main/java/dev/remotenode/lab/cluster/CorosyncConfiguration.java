package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Host;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of corosync.conf for machines that form one cluster. */
record CorosyncConfiguration(List<Member> members) {
    static final String FILE = "/etc/corosync/corosync.conf";

    static CorosyncConfiguration of(List<Host> hosts) {
        return new CorosyncConfiguration(hosts.stream().map(Member::of).toList());
    }

    String text() {
        String nodes =
                IntStream.range(0, members.size())
                        .mapToObj(i -> node(i + 1, members.get(i)))
                        .collect(Collectors.joining());
        return """
        totem {
          version: 2
          cluster_name: lab
          transport: knet
          crypto_cipher: none
          crypto_hash: none
        }
        nodelist {
        %s}
        quorum {
          provider: corosync_votequorum
          expected_votes: %d
        }
        logging {
          to_logfile: yes
          logfile: /var/log/corosync/corosync.log
          to_syslog: no
        }
        """
                .formatted(nodes, members.size());
    }

    private static String node(int id, Member member) {
        return """
          node {
            ring0_addr: %s
            name: %s
            nodeid: %d
          }
        """
                .formatted(member.address(), member.name(), id);
    }
}
