package dev.remotenode.lab.daemon;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.PacemakerSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A program tree with a Pacemaker Remote daemon in it.
 *
 * @param folder the root of the tree; hosts see it at {@link Host#PROGRAMS}
 */
public record DaemonProgram(Implementation implementation, Path folder) {
    /**
     * Both daemons log this once they do accept connections, and upstream's own tests wait for it.
     */
    public static final String READY = "successfully started and accepting connections";

    private static final String USUAL_PLACE = "/usr/sbin/pacemaker-remoted";

    /** Whose daemon. */
    public enum Implementation {
        /** This project's, as packaged by {@code remote-agent}. */
        JAVA("sbin/pacemaker-remoted"),
        /** Pacemaker's own, as unpacked from Debian's package. */
        C("usr/sbin/pacemaker-remoted");

        private final String executable;

        Implementation(String executable) {
            this.executable = executable;
        }
    }

    /**
     * The daemon that the system property {@code daemon} names: this project's in the folder that
     * {@code daemon.java} names, or that of the Pacemaker that {@code guest} names.
     *
     * @throws LabException if it is not there
     */
    public static DaemonProgram fromSystemProperties() {
        return switch (implementationUnderTest()) {
            case JAVA -> packaged();
            case C -> reference(PacemakerSeries.fromSystemProperty("guest"));
        };
    }

    /**
     * Pacemaker's own daemon, which runs on hosts with the same series.
     *
     * @throws LabException if it is not there
     */
    public static DaemonProgram reference(PacemakerSeries series) {
        return new DaemonProgram(Implementation.C, series.referenceDaemon());
    }

    /**
     * This project's daemon, in the folder that {@code daemon.java} names.
     *
     * @throws LabException if it is not there
     */
    public static DaemonProgram packaged() {
        String folder = System.getProperty("daemon.java");
        if (folder == null) {
            throw new LabException("the system property daemon.java must name a folder");
        }
        return new DaemonProgram(Implementation.JAVA, Path.of(folder).toAbsolutePath().normalize());
    }

    /** What the system property {@code daemon} says: {@code java}, the default, or {@code c}. */
    public static Implementation implementationUnderTest() {
        String name = System.getProperty("daemon", "java");
        return Implementation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    public DaemonProgram {
        Path executable = folder.resolve(implementation.executable);
        if (!Files.isExecutable(executable)) {
            throw new LabException("no daemon at " + executable);
        }
    }

    /** The file to start, as this machine sees it. */
    public Path executable() {
        return folder.resolve(implementation.executable);
    }

    /** Where a host finds the daemon. */
    public String pathOnHost() {
        return pathIn(Host.PROGRAMS);
    }

    /** Where the daemon is for those who see the tree at another place. */
    public String pathIn(String tree) {
        return tree + "/" + implementation.executable;
    }

    /**
     * The unit that the daemon's package has for systemd, as this machine sees it. That of this
     * project's daemon is not in the tree: the system property {@code daemon.java.unit} names it.
     */
    public Path unit() {
        return switch (implementation) {
            case JAVA -> Path.of(System.getProperty("daemon.java.unit"));
            case C -> folder.resolve("lib/systemd/system/pacemaker_remote.service");
        };
    }

    /** Puts the daemon where distributions have it, for programs that start it from there. */
    public void install(Host host) {
        host.write(USUAL_PLACE, "#!/bin/sh\nexec " + pathOnHost() + " \"$@\"\n");
        host.run("chmod", "755", USUAL_PLACE);
    }

    @Override
    public String toString() {
        return executable().toString();
    }
}
