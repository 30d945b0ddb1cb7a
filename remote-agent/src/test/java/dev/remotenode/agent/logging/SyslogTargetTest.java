package dev.remotenode.agent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.config.Severity;
import dev.remotenode.agent.config.SyslogFacility;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogTargetTest {
    @TempDir private Path folder;

    private Path path;
    private SyslogTarget target;

    @BeforeEach
    void makeTarget() {
        Epoll.ensureAvailability();
        path = folder.resolve("log");
        target = new SyslogTarget(SyslogFacility.LOCAL0, "pacemaker-remoted", path);
    }

    @Test
    void sendsPriorityOriginAndText() throws IOException {
        Socket syslog = listen();

        target.write(line("connected"));

        long pid = ProcessHandle.current().pid();
        // 16 * 8 + 5: facility local0, severity notice.
        assertEquals("<133>pacemaker-remoted[" + pid + "]:  notice: connected", received(syslog));
        syslog.close();
    }

    @Test
    void findsSyslogAgainAfterItWasRestarted() throws IOException {
        target.write(line("before there was one"));
        Socket first = listen();
        target.write(line("one"));
        first.close();
        Files.delete(path);
        target.write(line("while there was none"));
        Socket second = listen();
        target.write(line("two"));

        assertEquals("two", messageOf(received(second)));
        second.close();
    }

    @Test
    void losesLinesRatherThanWaitForAReceiverThatDoesNotRead() throws IOException {
        Socket syslog = listen();

        for (int i = 0; i < 10_000; i++) {
            target.write(line("line " + i));
        }

        assertEquals("line 0", messageOf(received(syslog)));
        syslog.close();
    }

    private Socket listen() throws IOException {
        Socket socket = Socket.newSocketDomainDgram();
        socket.bind(new DomainSocketAddress(path.toString()));
        return socket;
    }

    private static String received(Socket socket) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
        int length = socket.read(buffer, 0, buffer.capacity());
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String messageOf(String datagram) {
        return datagram.substring(datagram.indexOf("notice: ") + "notice: ".length());
    }

    private static LogLine line(String text) {
        return new LogLine(Instant.EPOCH, Severity.NOTICE, "Test", text);
    }
}
