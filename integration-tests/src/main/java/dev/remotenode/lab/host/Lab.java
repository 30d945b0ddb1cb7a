package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A room with hosts on one network. Any number of labs may be open side by side.
 *
 * <p>Not safe for use by several threads at once, except for what {@link Host} allows.
 */
public final class Lab implements AutoCloseable {
    private final Path folder;
    private final Path programs;
    private final Network network;
    private final AddressBook addresses = new AddressBook();
    private final List<Host> hosts = new ArrayList<>();

    private Lab(Path folder, Path programs, Network network) {
        this.folder = folder;
        this.programs = programs;
        this.network = network;
    }

    /**
     * Opens a lab without hosts. Needs root.
     *
     * @param folder an empty or missing folder for the logs of the hosts; it stays when the lab
     *     closes
     * @param programs what the hosts see as {@value Host#PROGRAMS}, read only
     */
    public static Lab open(Path folder, Path programs) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lab(folder, programs, Network.open(folder.resolve("network.log")));
    }

    /** Adds a running host with what this machine has installed. */
    public Host addHost(String name) {
        return addHost(name, PacemakerSeries.V2_1);
    }

    /**
     * Adds a running host, known by its name to all others.
     *
     * @param name at most 12 characters, as it also names a network link
     * @param pacemaker what the host has installed
     */
    public Host addHost(String name, PacemakerSeries pacemaker) {
        return add(
                Host.bare(
                        name,
                        addresses.assign(name),
                        pacemaker.root(),
                        logs(name),
                        programs,
                        shared()));
    }

    /**
     * Adds a host that systemd has booted, with the services that its file system has enabled.
     *
     * @param name at most 12 characters, as it also names a network link
     * @param root a file system with systemd, which itself stays as it is
     */
    public Host addBootedHost(String name, Path root) {
        return add(Host.booted(name, addresses.assign(name), root, logs(name), programs, shared()));
    }

    private Host add(Host host) {
        hosts.add(host);
        writePid(host);
        network.plug(host);
        introduceAll();
        return host;
    }

    /**
     * Makes room for a machine that a host of the lab will run, such as a guest of libvirt: all
     * hosts know it by its name from now on.
     *
     * @return the IPv4 address that it has to give itself
     */
    public String introduce(String name) {
        String address = addresses.assign(name);
        introduceAll();
        return address;
    }

    /**
     * Has the packets from and to a host go over a line that is not reliable, one host at a time.
     *
     * @return closing it repairs the line
     */
    public UnreliableLine impair(Host host, Impairment impairment) {
        return network.impair(host, impairment);
    }

    private Path logs(String name) {
        return subfolder(name);
    }

    /** Where all hosts find {@value Host#SHARED}, on disk. */
    public Path shared() {
        return subfolder("shared");
    }

    private Path subfolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Host> hosts() {
        return List.copyOf(hosts);
    }

    /** Where the logs of the hosts are, in a folder per host, and what they share. */
    public Path folder() {
        return folder;
    }

    /** Switches all hosts off. */
    @Override
    public void close() {
        hosts.forEach(Host::close);
        network.close();
    }

    /** For people: {@code integration-tests/enter} finds the host by this file. */
    private void writePid(Host host) {
        try {
            Files.writeString(folder.resolve(host.name() + ".pid"), host.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void introduceAll() {
        hosts.forEach(host -> host.write("/etc/hosts", addresses.hostsFile()));
    }
}
