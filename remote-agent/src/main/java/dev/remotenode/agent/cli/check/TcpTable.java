package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets of this host, as the kernel lists them in {@code /proc/net/tcp}. */
public final class TcpTable {
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int NUMBER = 9;
    private static final String ESTABLISHED = "01";
    private static final String LISTEN = "0A";

    private final List<String[]> rows;

    private TcpTable(List<String[]> rows) {
        this.rows = rows;
    }

    /** Reads it as it is now; what cannot be read has no sockets. */
    public static TcpTable read() {
        return of(Stream.of("tcp", "tcp6").flatMap(file -> lines(file).stream().skip(1)).toList());
    }

    /** The same, of its lines without the headings. */
    static TcpTable of(List<String> lines) {
        return new TcpTable(lines.stream().map(line -> line.strip().split("\\s+")).toList());
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("/proc/net", file));
        } catch (IOException e) {
            // There may be no IPv6.
            return List.of();
        }
    }

    /** Who is connected to a port here, addresses of their side. */
    public List<String> connectedTo(int port) {
        return rows.stream()
                .filter(row -> row[STATE].equals(ESTABLISHED) && port(row[LOCAL]) == port)
                .map(row -> address(row[REMOTE]))
                .distinct()
                .toList();
    }

    /** The sockets that accept connections to a port here, by the numbers that processes see. */
    Set<String> listenersOn(int port) {
        return rows.stream()
                .filter(row -> row[STATE].equals(LISTEN) && port(row[LOCAL]) == port)
                .map(row -> row[NUMBER])
                .collect(Collectors.toSet());
    }

    private static int port(String place) {
        return Integer.parseInt(place.substring(place.indexOf(':') + 1), 16);
    }

    /** Words of 32 bits in the order of the machine, each in hexadecimal. */
    private static String address(String place) {
        byte[] bytes = HexFormat.of().parseHex(place.substring(0, place.indexOf(':')));
        ByteBuffer words = ByteBuffer.wrap(bytes);
        ByteBuffer swapped = ByteBuffer.allocate(bytes.length).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            swapped.putInt(words.getInt());
        }
        try {
            return InetAddress.getByAddress(swapped.array()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the kernel lists an address of no length", e);
        }
    }
}
