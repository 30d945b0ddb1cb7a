package dev.remotenode.lrmd.tls;

import org.bouncycastle.tls.crypto.TlsNonceGenerator;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Cryptography that depends on nothing but a tape of random bytes. */
final class RepeatableCrypto extends BcTlsCrypto {

    RepeatableCrypto(RandomTape random) {
        super(random);
    }

    /** The seed would have a clock and a counter in it; the random bytes are enough. */
    @Override
    public TlsNonceGenerator createNonceGenerator(byte[] additionalSeedMaterial) {
        return super.createNonceGenerator(new byte[0]);
    }
}
