package dev.remotenode.lrmd.tls;

import java.io.IOException;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServer;
import org.bouncycastle.tls.TlsServerProtocol;

/** One side of one attempt at a handshake, and of the connection that comes of it. */
record TlsSide(TlsProtocol protocol, HandshakePeer peer, Opening opening) {

    static <S extends TlsServer & HandshakePeer> TlsSide server(S server) {
        TlsServerProtocol protocol = new TlsServerProtocol();
        return new TlsSide(protocol, server, () -> protocol.accept(server));
    }

    static <C extends TlsClient & HandshakePeer> TlsSide client(C client) {
        TlsClientProtocol protocol = new TlsClientProtocol();
        return new TlsSide(protocol, client, () -> protocol.connect(client));
    }

    /** Begins the handshake; a client has output then. */
    void open() throws IOException {
        opening.open();
    }

    /** The first step of a side. */
    interface Opening {
        void open() throws IOException;
    }
}
