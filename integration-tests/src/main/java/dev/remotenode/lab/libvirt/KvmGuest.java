package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A virtual machine of libvirt, with a kernel and a disk of its own, in which systemd runs the
 * daemon under test. Its console is in {@code /var/log} of the host that runs it.
 *
 * @param name of the domain, and of the node
 */
public record KvmGuest(String name) {
    /** An emulated machine takes ten seconds to boot, one of several on a busy host many more. */
    private static final Duration BOOT_LIMIT = Duration.ofMinutes(5);

    private static final Duration ACTION_LIMIT = Duration.ofMinutes(2);

    /**
     * Prepares a guest; it is defined when its resource is started.
     *
     * @param hosts on which it may run; where VirtualDomain finds no file with the domain, it says
     *     that the guest does not run there, even without libvirt
     * @param address of the guest, which all hosts know by its name
     */
    public static KvmGuest define(List<Host> hosts, String name, String address, GuestDisk disk) {
        KvmGuest guest = new KvmGuest(name);
        String domain = xml(name, address, disk.layer(name));
        hosts.forEach(host -> host.write(guest.configuration(), domain));
        return guest;
    }

    /** What the guest has written to its console while a host ran it. */
    public Path console(Host host) {
        return host.logs().resolve(name + ".console");
    }

    private String configuration() {
        return "/etc/libvirt/qemu/" + name + ".xml";
    }

    /** The guest as a resource of the cluster, which makes it a node as well. */
    public Primitive resource() {
        return Primitive.of("vm-" + name, "ocf:heartbeat:VirtualDomain")
                .withParameter("config", configuration())
                .withParameter("hypervisor", Hypervisor.QEMU.uri())
                .withMeta("remote-node", name)
                .withMeta("remote-connect-timeout", BOOT_LIMIT.toSeconds() + "s")
                .with(new Primitive.Action("start", Duration.ZERO, ACTION_LIMIT))
                .with(new Primitive.Action("stop", Duration.ZERO, ACTION_LIMIT))
                .monitoredEvery(Duration.ofSeconds(2));
    }

    /**
     * The same, to be moved without an interruption between hosts that are known to each other by
     * name. libvirt is told not to mind the disk: the folder looks as if each had its own.
     */
    public Primitive movableResource() {
        return resource()
                .withMeta("allow-migrate", "true")
                .withParameter("migration_transport", "tcp")
                .withParameter("migrate_options", "--unsafe")
                .with(new Primitive.Action("migrate_to", Duration.ZERO, ACTION_LIMIT))
                .with(new Primitive.Action("migrate_from", Duration.ZERO, ACTION_LIMIT));
    }

    /**
     * VirtualDomain looks for the line with the name. Without a hardware address the card gets a
     * new one with each start of the guest, as guests of most configurations do.
     */
    private static String xml(String name, String address, String disk) {
        return """
        <domain type='%1$s'>
          <name>%2$s</name>
          <memory unit='MiB'>384</memory>
          <vcpu>1</vcpu>
          <cpu mode='maximum'/>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <kernel>%3$s</kernel>
            <initrd>%4$s</initrd>
            <cmdline>console=ttyS0 quiet net.ifnames=0 systemd.hostname=%2$s ip=%5$s/24</cmdline>
          </os>
          <features><acpi/></features>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='%6$s'/>
              <target dev='vda' bus='virtio'/>
            </disk>
            <interface type='bridge'>
              <source bridge='%7$s'/>
              <model type='virtio'/>
            </interface>
            <channel type='unix'>
              <target type='virtio' name='org.qemu.guest_agent.0'/>
            </channel>
            <serial type='file'><source path='/var/log/%2$s.console' append='on'/></serial>
            <controller type='usb' model='none'/>
            <memballoon model='none'/>
          </devices>
        </domain>
        """
                .formatted(
                        Acceleration.ofThisMachine().domainType,
                        name,
                        GuestDisk.KERNEL,
                        GuestDisk.INITIAL_FILE_SYSTEM,
                        address,
                        disk,
                        Libvirtd.BRIDGE);
    }
}
