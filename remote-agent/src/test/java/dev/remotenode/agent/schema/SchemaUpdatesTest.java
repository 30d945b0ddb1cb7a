package dev.remotenode.agent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.SignOn;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.XmlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaUpdatesTest {

    private static final ProtocolVersion OLDER = new ProtocolVersion(1, 1);
    private static final String REPLY = "<cib-reply cib_rc=\"0\"><cib_calldata><schemas>";
    private static final String END = "</schemas></cib_calldata></cib-reply>";

    @TempDir private Path temporary;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Sessions clusterNodes = new Sessions();
    private final ProxySessions proxied = new ProxySessions(clusterNodes);
    private final RecordingOutlet outlet = new RecordingOutlet();
    private Path installed;
    private Path fetched;
    private SchemaUpdates updates;
    private Optional<ProxyMessage.Requested> request = Optional.empty();

    @BeforeEach
    void installTools() throws IOException {
        installed = Files.createDirectory(temporary.resolve("installed"));
        fetched = temporary.resolve("fetched");
        for (String name : List.of("pacemaker-3.9.rng", "pacemaker-3.10.rng", "nodes-4.0.rng")) {
            Files.createFile(installed.resolve(name));
        }
        updates = new SchemaUpdates(proxied, installed, fetched, tasks::add, tasks::add);
    }

    @Test
    void putsWhatIsNewerIntoTheFolder() throws IOException {
        connect(ProtocolVersion.WITH_SCHEMAS);
        assertEquals(
                "<cib_command t=\"cib\" cib_op=\"register\" cib_callid=\"1\" cib_callopt=\"4096\""
                        + " cib_clientname=\"pacemaker-remoted\"/>",
                asked());
        respond("<cib_command cib_op=\"register\" cib_clientid=\"token\"/>");
        assertEquals(
                "<cib_command t=\"cib\" cib_op=\"cib_schemas\" cib_callid=\"2\""
                        + " cib_callopt=\"4096\"><cib_calldata><schema"
                        + " version=\"pacemaker-3.10\"/></cib_calldata></cib_command>",
                asked());
        respond(
                REPLY
                        + "<schema version=\"pacemaker-4.0\"><file path=\"pacemaker-4.0.rng\">"
                        + "<![CDATA[<grammar/>]]></file></schema>"
                        + END);

        assertEquals("<grammar/>", Files.readString(fetched.resolve("pacemaker-4.0.rng")));
        assertEquals(
                List.of(ProxyMessage.Destroyed.class),
                sent().stream().map(ProxyMessage::getClass).toList());
    }

    @Test
    void takesAwayWhatAnOlderClusterLacks() throws IOException {
        Files.createDirectory(fetched);
        Files.createFile(fetched.resolve("pacemaker-4.0.rng"));
        connect(ProtocolVersion.WITH_SCHEMAS);
        asked();
        respond("<cib_command cib_op=\"register\" cib_clientid=\"token\"/>");
        asked();
        respond(REPLY + END);
        assertFalse(Files.exists(fetched.resolve("pacemaker-4.0.rng")));
    }

    @Test
    void leavesEverythingAsItIsIfTheClusterFails() throws IOException {
        Files.createDirectory(fetched);
        Files.createFile(fetched.resolve("pacemaker-4.0.rng"));
        connect(ProtocolVersion.WITH_SCHEMAS);
        asked();
        respond("<cib_command cib_op=\"register\" cib_clientid=\"token\"/>");
        asked();
        respond("<cib-reply cib_rc=\"-95\"/>");
        assertTrue(Files.exists(fetched.resolve("pacemaker-4.0.rng")));
    }

    @Test
    void doesNotAskAClusterNodeThatHasNoWordForIt() {
        connect(OLDER);
        assertEquals(List.of(), sent());
    }

    @Test
    void doesNotAskIfNoToolNeedsSchemas() throws IOException {
        for (Path file : List.of(Path.of("pacemaker-3.9.rng"), Path.of("pacemaker-3.10.rng"))) {
            Files.delete(installed.resolve(file));
        }
        connect(ProtocolVersion.WITH_SCHEMAS);
        assertEquals(List.of(), sent());
    }

    @Test
    void asksTheNextOneIfTheFirstHasGone() {
        Session first = connect(ProtocolVersion.WITH_SCHEMAS);
        asked();
        clusterNodes.closed(first);
        proxied.providerClosed(first);
        outlet.take();
        connect(ProtocolVersion.WITH_SCHEMAS);
        asked();
    }

    @Test
    void withdrawsAQuestionWhenItAsksAgain() {
        connect(ProtocolVersion.WITH_SCHEMAS);
        asked();
        connect(ProtocolVersion.WITH_SCHEMAS);
        List<Class<?>> kinds = sent().stream().<Class<?>>map(ProxyMessage::getClass).toList();
        assertEquals(
                List.of(
                        ProxyMessage.Destroyed.class,
                        ProxyMessage.Opened.class,
                        ProxyMessage.Requested.class),
                kinds);
    }

    private Session connect(ProtocolVersion version) {
        Session node = SignOn.provider(clusterNodes, outlet, version);
        updates.providerAdded(node);
        runTasks();
        return node;
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** What has been asked last. */
    private String asked() {
        sent();
        return new String(request.orElseThrow().content().toBytes(), StandardCharsets.UTF_8);
    }

    private List<ProxyMessage> sent() {
        List<ProxyMessage> messages =
                outlet.take().stream()
                        .filter(Notification.Proxied.class::isInstance)
                        .map(message -> ((Notification.Proxied) message).message())
                        .toList();
        messages.stream()
                .filter(ProxyMessage.Requested.class::isInstance)
                .map(ProxyMessage.Requested.class::cast)
                .forEach(last -> request = Optional.of(last));
        return messages;
    }

    private void respond(String document) {
        ProxyMessage.Requested asked = request.orElseThrow();
        try {
            proxied.respond(
                    new ProxyMessage.Responded(
                            asked.session(),
                            asked.messageId(),
                            CarriedElement.verified(document.getBytes(StandardCharsets.UTF_8))));
        } catch (XmlException e) {
            throw new AssertionError(document, e);
        }
        runTasks();
    }
}
