package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.cluster.Member;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Script;

/**
 * A Linux container of libvirt that is a member of the cluster, with corosync and Pacemaker: on the
 * files of its host, but without what it has written itself in a former life, apart from logs.
 */
public record MemberGuest(Member member) {
    /** Prepares a guest on a host, in whose {@code /var/log} it has a folder. */
    public static MemberGuest define(Host host, Member member) {
        var guest = new MemberGuest(member);
        host.run("mkdir", "--parents", guest.log());
        return guest;
    }

    private String log() {
        return "/var/log/" + member.name();
    }

    /** The domain. */
    public String xml() {
        return """
        <domain type='lxc'>
          <name>%1$s</name>
          <memory unit='MiB'>1024</memory>
          <os>
            <type>exe</type>
            <init>/bin/bash</init>
            <initarg>-euc</initarg>
            <initarg><![CDATA[%2$s]]></initarg>
          </os>
          <features><privnet/></features>
          <devices>
            <filesystem type='ram'><source usage='262144'/><target dir='/dev/shm'/></filesystem>
            <filesystem type='ram'><source usage='65536'/><target dir='/run'/></filesystem>
            <filesystem type='mount'><source dir='%5$s'/><target dir='/var/log'/></filesystem>
            <filesystem type='ram'><source usage='65536'/><target dir='/var/lib/pacemaker'/></filesystem>
            <filesystem type='ram'><source usage='65536'/><target dir='/var/lib/corosync'/></filesystem>
            <interface type='bridge'>
              <source bridge='%3$s'/>
              <ip address='%4$s' prefix='24'/>
            </interface>
            <console type='pty'/>
          </devices>
        </domain>
        """
                .formatted(
                        member.name(),
                        Script.beside(MemberGuest.class, "member.sh"),
                        Libvirtd.BRIDGE,
                        member.address(),
                        log());
    }
}
