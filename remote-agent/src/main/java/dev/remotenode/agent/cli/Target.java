package dev.remotenode.agent.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A daemon to talk to.
 *
 * @param host name or address, as it was given
 * @param port TCP port
 */
record Target(String host, int port) {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("([0-9A-Fa-f.]*:[0-9A-Fa-f:.]*:.*)()");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}.
     *
     * @param usualPort the port if none is given
     * @throws CommandException if it is none of them
     */
    static Target parse(String text, int usualPort) throws CommandException {
        for (Pattern form : new Pattern[] {BRACKETS, PLAIN, IPV6}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                int port =
                        Optional.ofNullable(matcher.group(2))
                                .filter(digits -> !digits.isEmpty())
                                .map(Integer::parseInt)
                                .orElse(usualPort);
                if (port >= 1 && port <= LAST_PORT) {
                    return new Target(matcher.group(1), port);
                }
            }
        }
        throw new CommandException(
                ExitStatus.USAGE,
                "'%s' is no host: give HOST, HOST:PORT or [IPV6]:PORT, with a port up to %d"
                        .formatted(text, LAST_PORT));
    }

    /**
     * Looks the name up.
     *
     * @throws CommandException if nobody knows it
     */
    InetSocketAddress address() throws CommandException {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new CommandException(
                    ExitStatus.UNAVAILABLE,
                    "no address is known for '%s': see /etc/hosts, or give an address"
                            .formatted(host),
                    e);
        }
    }

    /** Whether an address is one of this host. */
    static boolean isThisHost(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
}
