package dev.remotenode.microbenchmark;

import dev.remotenode.lrmd.message.ClientSideCodec;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Notification.Outcome;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Messages as a controller and the daemon have them for a monitor of a resource. */
final class Messages {
    private static final Request.Operation MONITOR =
            new Request.Operation(
                    "monitor",
                    10_000,
                    20_000,
                    0,
                    Optional.of("7:42:0:5f0b8cbb-64d0-4c3a-9a8e-1c1f8f0f7f6a"),
                    parameters());

    private Messages() {}

    /** What a controller sends to have it run. */
    static byte[] request() {
        EmbeddedChannel channel = new EmbeddedChannel(new ClientSideCodec());
        channel.writeOutbound(
                new RequestMessage(
                        7,
                        Optional.of("pacemaker-remote-guest1:3121"),
                        new Request.Exec(Optional.of("database"), MONITOR, false, true)));
        ByteBuf payload = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(payload);
        } finally {
            payload.release();
            channel.close();
        }
    }

    /** What the daemon sends when it has run. */
    static ExecComplete completion() {
        return new ExecComplete(
                42,
                "database",
                MONITOR,
                new Outcome(
                        0,
                        0,
                        Optional.empty(),
                        Optional.of("database is running, 17 connections\n"),
                        1_795_000_000,
                        1_795_000_000,
                        23,
                        0),
                false);
    }

    /** A configuration of at least so many bytes, as tools of Pacemaker get it. */
    static byte[] configuration(int size) {
        StringBuilder xml = new StringBuilder("<cib epoch=\"7\"><configuration><resources>");
        for (int i = 0; xml.length() < size; i++) {
            xml.append(
                    """
                    <primitive id="resource-%1$d" class="ocf" provider="pacemaker" type="Dummy">\
                    <meta_attributes id="resource-%1$d-meta"><nvpair id="resource-%1$d-meta-1" \
                    name="description" value="number %1$d, &quot;so&quot; &amp; so"/>\
                    </meta_attributes></primitive>\
                    """
                            .formatted(i));
        }
        xml.append("</resources></configuration></cib>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SequencedMap<String, String> parameters() {
        return new LinkedHashMap<>(
                Map.of(
                        "config", "/etc/database/main.conf",
                        "datadir", "/srv/database",
                        "socket", "/run/database/main.sock",
                        "CRM_meta_timeout", "20000",
                        "CRM_meta_interval", "10000",
                        "crm_feature_set", "3.16.2"));
    }
}
