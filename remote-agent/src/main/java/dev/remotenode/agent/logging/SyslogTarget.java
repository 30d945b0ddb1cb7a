package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.SyslogFacility;
import java.nio.charset.StandardCharsets;

/** Sends lines to syslog, in the form of RFC 3164 without the time, which the receiver adds. */
final class SyslogTarget implements LogTarget {
    private static final int FACILITY_FACTOR = 8;

    private final SyslogFacility facility;
    private final String origin;
    private final DatagramSender sender;

    /**
     * @param daemon the name under which syslog shows the lines
     * @param sender sends to syslog's socket
     */
    SyslogTarget(SyslogFacility facility, String daemon, DatagramSender sender) {
        this.facility = facility;
        this.origin = daemon + "[" + ProcessHandle.current().pid() + "]:  ";
        this.sender = sender;
    }

    @Override
    public void write(LogLine line) {
        int priority = facility.code() * FACILITY_FACTOR + line.severity().code();
        String text = "<" + priority + ">" + origin + line.severity().label() + ": " + line.text();
        sender.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
