package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.SyslogFacility;
import dev.remotenode.ocf.posix.Datagrams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Sends lines to syslog, in the form of RFC 3164 without the time, which the receiver adds. Never
 * waits: what the receiver has no room for, or what finds no receiver, is lost.
 */
final class SyslogTarget implements LogTarget {
    private static final int FACILITY_FACTOR = 8;

    private final SyslogFacility facility;
    private final String origin;
    private final String receiver;

    /**
     * @param daemon the name under which syslog shows the lines
     * @param receiver path of syslog's socket; it may be missing for now
     */
    SyslogTarget(SyslogFacility facility, String daemon, Path receiver) {
        this.facility = facility;
        this.origin = daemon + "[" + ProcessHandle.current().pid() + "]:  ";
        this.receiver = receiver.toString();
    }

    @Override
    public void write(LogLine line) {
        int priority = facility.code() * FACILITY_FACTOR + line.severity().code();
        String text = "<" + priority + ">" + origin + line.severity().label() + ": " + line.text();
        Datagrams.send(receiver, text.getBytes(StandardCharsets.UTF_8));
    }
}
