package dev.remotenode.lrmd.tls;

import org.bouncycastle.tls.TlsPeer;

/** One side of a handshake that keeps a record of it. */
interface HandshakePeer extends TlsPeer {

    HandshakeRecord handshakeRecord();
}
