package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code lxc-autogen} of this project, on a host. */
public record LxcAutogen(Host host) {
    private static final String NAME = "lxc-autogen";
    private static final String PLACE = "/run/lab/" + NAME;

    /** Puts it on a host, whatever the daemon under test is. */
    public static LxcAutogen on(Host host) {
        Path program = DaemonProgram.packaged().executable().resolveSibling(NAME);
        try {
            host.write(PLACE, Files.readAllBytes(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LxcAutogen(host);
    }

    public CommandResult run(String... arguments) {
        return host.run(
                Command.of(
                        Stream.concat(List.of("bash", PLACE).stream(), Arrays.stream(arguments))
                                .toList()));
    }
}
