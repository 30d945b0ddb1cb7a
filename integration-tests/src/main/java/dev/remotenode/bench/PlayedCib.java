package dev.remotenode.bench;

import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.Proxied;
import dev.remotenode.lrmd.message.ProxyMessage.Happened;
import dev.remotenode.lrmd.message.ProxyMessage.Requested;
import dev.remotenode.lrmd.message.ProxyMessage.Responded;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers {@code cibadmin --query} in the guest as a cluster node would whose configuration has a
 * certain size. Works on the client's thread.
 */
public final class PlayedCib implements NotificationListener {
    private static final Pattern OPERATION = Pattern.compile(" cib_op=\"(\\w+)\"");
    private static final Pattern CALL_ID = Pattern.compile(" cib_callid=\"(\\d+)\"");

    /**
     * Alike and yet different, as resources are: what repeats itself word by word is hard to pack.
     */
    private static final String RESOURCE =
            """
            <primitive id="address-#" class="ocf" provider="heartbeat" type="IPaddr2">\
            <instance_attributes id="address-#-parameters">\
            <nvpair id="address-#-parameters-ip" name="ip" value="fd00::#"/>\
            <nvpair id="address-#-parameters-nic" name="nic" value="eth#"/></instance_attributes>\
            <operations><op id="address-#-monitor-10s" name="monitor" interval="10s" timeout="20s"/>\
            </operations></primitive>\
            """;

    /** Of a tool that has begun by signing on, as all do. */
    private static final String USUAL_CALL = "2";

    /** Among the flags of a request: its tool does nothing else until it is answered. */
    private static final int WAITS_FOR_RESPONSE = 0x200;

    private final BenchClient client;
    private final int bytes;
    private final CarriedElement configuration;

    /**
     * Has a client answer.
     *
     * @param client a provider
     * @param bytes how large the configuration is
     */
    public PlayedCib(BenchClient client, int bytes) {
        this.client = client;
        this.bytes = bytes;
        configuration = configuration(USUAL_CALL);
        client.listen(this);
    }

    @Override
    public void notified(Notification notification) {
        if (notification instanceof Proxied proxied
                && proxied.message() instanceof Requested requested) {
            answer(requested);
        }
    }

    private void answer(Requested requested) {
        String request = new String(requested.content().toBytes(), StandardCharsets.UTF_8);
        switch (first(OPERATION, request)) {
            case "register" ->
                    respond(
                            requested,
                            element("<reply cib_op=\"register\" cib_clientid=\"bench\"/>"));
            case "cib_query" -> {
                String call = first(CALL_ID, request);
                respond(requested, call.equals(USUAL_CALL) ? configuration : configuration(call));
            }
            default -> throw new IllegalStateException("unexpected: " + request);
        }
    }

    private void respond(Requested requested, CarriedElement content) {
        boolean waits = (requested.flags() & WAITS_FOR_RESPONSE) != 0;
        client.ask(
                new Request.Forward(
                        waits
                                ? new Responded(requested.session(), requested.messageId(), content)
                                : new Happened(requested.session(), content)));
    }

    private CarriedElement configuration(String call) {
        StringBuilder xml = new StringBuilder(bytes + RESOURCE.length());
        xml.append(
                """
                <cib-reply t="cib" cib_op="cib_query" cib_callid="%s" cib_rc="0"><cib_calldata>\
                <cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">\
                <configuration><crm_config/><nodes/><resources>\
                """
                        .formatted(call));
        for (int i = 0; xml.length() < bytes; i++) {
            xml.append(RESOURCE.replace("#", Integer.toString(i)));
        }
        xml.append(
                "</resources><constraints/></configuration><status/></cib></cib_calldata></cib-reply>");
        return element(xml.toString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static CarriedElement element(String document) {
        try {
            return CarriedElement.verified(document.getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new IllegalArgumentException(document, e);
        }
    }
}
