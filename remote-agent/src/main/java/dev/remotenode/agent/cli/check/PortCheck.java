package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The port, and the addresses to listen on: to be had, or in use by the daemon already. */
final class PortCheck implements Check {
    private static final String SUBJECT = "port";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        int port = surroundings.configuration().port();
        List<String> daemons = Daemons.listeningOn(port, surroundings);
        if (!daemons.isEmpty()) {
            return daemons.stream().map(daemon -> listener(port, daemon)).toList();
        }
        List<String> addresses = surroundings.configuration().listenAddresses();
        List<Observation> found = new ArrayList<>();
        for (String address : addresses.isEmpty() ? List.of("0.0.0.0") : addresses) {
            found.add(tried(address, port));
        }
        return found;
    }

    private static Observation listener(int port, String daemon) {
        return daemon.startsWith(Daemons.REMOTE_DAEMON)
                ? Observation.ok(SUBJECT, "%d is listened on by %s".formatted(port, daemon))
                : Observation.problem(
                        SUBJECT,
                        "%d is taken by %s".formatted(port, daemon),
                        "end that, or set PCMK_remote_port here and as port of the resource in the"
                                + " cluster");
    }

    private static Observation tried(String address, int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return Observation.ok(SUBJECT, "%s port %d is free".formatted(address, port));
        } catch (UnknownHostException e) {
            return Observation.problem(
                    SUBJECT,
                    "no address is known for " + address,
                    "correct PCMK_remote_address, or /etc/hosts");
        } catch (IOException e) {
            return Observation.problem(
                    SUBJECT,
                    "%s port %d cannot be listened on: %s".formatted(address, port, e.getMessage()),
                    "correct PCMK_remote_address or PCMK_remote_port");
        }
    }
}
