package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.host.Host;
import java.nio.file.Path;

/** What libvirt drives on a host. */
public enum Hypervisor {
    LXC("lxc", "lxc:///"),
    QEMU("qemu", "qemu:///system");

    /** As the file of libvirt's driver has it. */
    final String driver;

    private final String uri;

    Hypervisor(String driver, String uri) {
        this.driver = driver;
        this.uri = uri;
    }

    /** How agents on the host itself reach it. */
    public String uri() {
        return uri;
    }

    /** How others on the network of the lab reach that of a host. */
    public String uri(Host host) {
        return uri.replace(":///", "+tcp://" + host.name() + "/");
    }

    /** How this JVM reaches it, by the socket of the host's libvirtd. */
    String uri(Path socket) {
        return uri.replace(":", "+unix:") + "?socket=" + socket;
    }
}
