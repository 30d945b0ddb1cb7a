package dev.remotenode.scenario;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.fencing.FenceVirtd;
import dev.remotenode.lab.fencing.SecureShell;
import dev.remotenode.lab.fencing.SharedKey;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A host that runs guests, with everything that fence devices may ask to end and start them. */
record FencedHypervisor(
        Lab lab,
        Host host,
        Libvirtd libvirtd,
        FenceVirtd multicast,
        FenceVirtd tcp,
        SecureShell shell)
        implements AutoCloseable {

    /** Makes a host of the lab one; all hosts of the lab may ask the devices. */
    static FencedHypervisor start(Lab lab, Host host) {
        CommandResult preparation = Libvirtd.prepare(host);
        if (!preparation.succeeded()) {
            String reason =
                    "no control groups for libvirt on this machine: " + preparation.errors();
            System.out.println("[lab] fencing of guests skipped: " + reason);
            throw new TestAbortedException(reason);
        }
        Libvirtd libvirtd = Libvirtd.start(host, Hypervisor.LXC);
        lab.hosts().forEach(new SharedKey()::install);
        SecureShell shell = SecureShell.start(host);
        // fence_virsh has virsh connect to whatever is the default.
        host.write("/etc/libvirt/libvirt.conf", "uri_default = \"lxc:///\"\n");
        lab.hosts().forEach(shell::admit);
        return new FencedHypervisor(
                lab,
                host,
                libvirtd,
                fenceVirtd(host, FenceVirtd.Listener.MULTICAST),
                fenceVirtd(host, FenceVirtd.Listener.TCP),
                shell);
    }

    private static FenceVirtd fenceVirtd(Host host, FenceVirtd.Listener listener) {
        return FenceVirtd.start(host, listener, Libvirtd.BRIDGE, Hypervisor.LXC.uri());
    }

    /** A guest that is switched off for now. */
    LxcGuest define(String name) {
        return LxcGuest.define(
                host, name, lab.introduce(name), DaemonProgram.fromSystemProperties());
    }

    @Override
    public void close() {
        List.of(multicast, tcp).forEach(FenceVirtd::close);
        shell.close();
        libvirtd.close();
    }
}
