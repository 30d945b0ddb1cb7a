package dev.remotenode.agent.ipc;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** A cluster of one node that gives the same answers every time: just enough for real tools. */
final class CannedCluster implements IpcService {

    private static final Admission ACCEPTED = new Admission.Accepted();
    private static final Admission REMOTE_NODE = new Admission.Refused(121);

    private final String configuration;

    /**
     * Makes a cluster.
     *
     * @param configuration what queries of the configuration return, as XML
     */
    CannedCluster(String configuration) {
        this.configuration = configuration;
    }

    @Override
    public Admission admit(IpcEndpoint endpoint, IpcPeer peer) {
        return endpoint == IpcEndpoint.PACEMAKERD ? REMOTE_NODE : ACCEPTED;
    }

    @Override
    public void opened(IpcClient client) {}

    @Override
    public void closed(IpcClient client) {}

    @Override
    public void requested(IpcClient client, IpcRequest request) {
        Element element;
        try {
            element = XmlReader.read(request.payload(), Tolerance.STRICT);
        } catch (XmlException e) {
            client.disconnect("it sends what is not XML: " + e.getMessage());
            return;
        }
        switch (client.endpoint()) {
            case CIB_RO, CIB_RW, CIB_SHM -> answerConfiguration(client, request, element);
            case ATTRD -> answerAttributes(client, request, element);
            case STONITH_NG -> answerFencing(client, request, element);
            case CRMD -> answerControl(client, request, element);
            case PACEMAKERD, LRMD ->
                    throw new IllegalStateException("nobody connects to " + client.endpoint());
        }
    }

    private void answerConfiguration(IpcClient client, IpcRequest request, Element command) {
        String operation = value(command, "cib_op");
        if (operation.equals("register")) {
            answer(
                    client,
                    request,
                    "<cib_common_callback_worker cib_op=\"register\" cib_clientid=\"1\"/>");
        } else {
            answer(
                    client,
                    request,
                    "<cib-reply t=\"cib\" cib_op=\"%s\" cib_callid=\"%s\" cib_clientid=\"1\""
                                    .formatted(operation, value(command, "cib_callid"))
                            + " cib_callopt=\""
                            + value(command, "cib_callopt")
                            + "\" cib_rc=\"0\"><cib_calldata>"
                            + configuration
                            + "</cib_calldata></cib-reply>");
        }
    }

    private static void answerAttributes(IpcClient client, IpcRequest request, Element command) {
        boolean query = value(command, "task").equals("query");
        String name = value(command, "attr_name");
        answer(
                client,
                request,
                query
                        ? "<create_attrd_op t=\"attrd\" subt=\"query\" attr_name=\""
                                + name
                                + "\"><node attr_host=\"one\" attr_value=\"5\"/></create_attrd_op>"
                        : "<ack function=\"canned\" line=\"1\" status=\"0\"/>");
    }

    private static void answerFencing(IpcClient client, IpcRequest request, Element command) {
        String operation = value(command, "st_op");
        answer(
                client,
                request,
                operation.equals("register")
                        ? "<reply st_op=\"register\" st_clientid=\"1\"/>"
                        : "<st-reply t=\"stonith-ng\" st_op=\"%s\" st_rc=\"0\" st_callid=\"%s\"/>"
                                .formatted(operation, value(command, "st_callid")));
    }

    private static void answerControl(IpcClient client, IpcRequest request, Element message) {
        String task = value(message, "crm_task");
        if (request.wantsResponse()) {
            answer(client, request, "<ack function=\"canned\" line=\"1\" status=\"112\"/>");
        }
        if (task.equals("ping")) {
            client.event(
                    text(
                            "<create_reply_adv t=\"crmd\" subt=\"response\" reference=\"%s\""
                                            .formatted(value(message, "reference"))
                                    + " crm_task=\"ping\" crm_sys_from=\"crmd\" src=\"one\""
                                    + " crm_sys_to=\"%s\"><crm_xml><ping_response"
                                            .formatted(value(message, "crm_sys_from"))
                                    + " crm_subsystem=\"crmd\" crmd_state=\"S_IDLE\""
                                    + " result=\"ok\"/></crm_xml></create_reply_adv>"));
        }
    }

    /** As a response if one is due, else as an event. */
    private static void answer(IpcClient client, IpcRequest request, String answer) {
        if (request.wantsResponse()) {
            client.respond(request.id(), text(answer));
        } else {
            client.event(text(answer));
        }
    }

    private static String value(Element element, String attribute) {
        return element.attribute(attribute).orElse("");
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
