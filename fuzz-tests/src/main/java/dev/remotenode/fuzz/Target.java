package dev.remotenode.fuzz;

import dev.remotenode.agent.config.EnvironmentFileTarget;
import dev.remotenode.agent.control.ControlTarget;
import dev.remotenode.agent.ipc.HandshakeTarget;
import dev.remotenode.agent.ipc.message.ChunksTarget;
import dev.remotenode.agent.ipc.ring.RingTarget;
import dev.remotenode.agent.journal.JournalTarget;
import dev.remotenode.agent.metrics.MetricsHttpTarget;
import dev.remotenode.agent.schema.SchemaReplyTarget;
import dev.remotenode.lrmd.bzip2.Bzip2Target;
import dev.remotenode.lrmd.frame.BuiltFramesTarget;
import dev.remotenode.lrmd.frame.FrameStreamTarget;
import dev.remotenode.lrmd.message.AnswerTarget;
import dev.remotenode.lrmd.message.RequestTarget;
import dev.remotenode.lrmd.tls.TlsHandshakeTarget;
import dev.remotenode.lrmd.xml.BoundedXmlTarget;
import dev.remotenode.lrmd.xml.CarriedElementTarget;
import dev.remotenode.lrmd.xml.XmlTarget;
import dev.remotenode.ocf.systemd.SystemdTarget;
import java.util.Locale;
import java.util.function.Consumer;

/** What is fed with anything. */
public enum Target {
    TLS_HANDSHAKE(Origin.NETWORK, TlsHandshakeTarget.class, TlsHandshakeTarget::fuzzerTestOneInput),
    FRAMES(Origin.NETWORK, FrameStreamTarget.class, FrameStreamTarget::fuzzerTestOneInput),
    BUILT_FRAMES(Origin.NETWORK, BuiltFramesTarget.class, BuiltFramesTarget::fuzzerTestOneInput),
    BZIP2(Origin.NETWORK, Bzip2Target.class, Bzip2Target::fuzzerTestOneInput),
    XML(Origin.NETWORK, XmlTarget.class, XmlTarget::fuzzerTestOneInput),
    BOUNDED_XML(Origin.NETWORK, BoundedXmlTarget.class, BoundedXmlTarget::fuzzerTestOneInput),
    REQUESTS(Origin.NETWORK, RequestTarget.class, RequestTarget::fuzzerTestOneInput),
    ANSWERS(Origin.THIS_NODE, AnswerTarget.class, AnswerTarget::fuzzerTestOneInput),
    SCHEMAS(Origin.NETWORK, SchemaReplyTarget.class, SchemaReplyTarget::fuzzerTestOneInput),
    METRICS_HTTP(Origin.NETWORK, MetricsHttpTarget.class, MetricsHttpTarget::fuzzerTestOneInput),
    CARRIED_ELEMENTS(
            Origin.LOCAL_USERS,
            CarriedElementTarget.class,
            CarriedElementTarget::fuzzerTestOneInput),
    IPC_HANDSHAKE(Origin.LOCAL_USERS, HandshakeTarget.class, HandshakeTarget::fuzzerTestOneInput),
    IPC_CHUNKS(Origin.LOCAL_USERS, ChunksTarget.class, ChunksTarget::fuzzerTestOneInput),
    RINGS(Origin.LOCAL_USERS, RingTarget.class, RingTarget::fuzzerTestOneInput),
    CONTROL_SOCKET(Origin.LOCAL_USERS, ControlTarget.class, ControlTarget::fuzzerTestOneInput),
    SYSTEMD(Origin.LOCAL_USERS, SystemdTarget.class, SystemdTarget::fuzzerTestOneInput),
    SETTINGS(
            Origin.THIS_NODE,
            EnvironmentFileTarget.class,
            EnvironmentFileTarget::fuzzerTestOneInput),
    JOURNAL(Origin.THIS_NODE, JournalTarget.class, JournalTarget::fuzzerTestOneInput);

    private static final String OURS = "dev.remotenode.**";

    private final Origin origin;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Consumer<byte[]> oneInput;

    /** Who may send it. */
    public enum Origin {
        NETWORK("the network"),
        LOCAL_USERS("local users"),
        THIS_NODE("this node");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Target(Origin origin, Class<?> type, Consumer<byte[]> oneInput) {
        this.origin = origin;
        this.type = type;
        this.oneInput = oneInput;
    }

    /** What Jazzer calls. */
    public Class<?> type() {
        return type;
    }

    /** Who may send such bytes. */
    public Origin origin() {
        return origin;
    }

    /** Whose branches guide the search: also the library's, where it does the reading. */
    String instrumented() {
        String library =
                this == BZIP2
                        ? ":io.netty.handler.codec.compression.**"
                        : this == METRICS_HTTP ? ":io.netty.handler.codec.http.**" : "";
        return OURS + library;
    }

    /** Feeds it once; a claim that does not hold, or anything else unexpected, is thrown. */
    public void feed(byte[] input) {
        oneInput.accept(input);
    }

    /** As it is called in figures and as a folder of seeds. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
