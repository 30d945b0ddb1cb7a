package dev.remotenode.lrmd.tls;

import java.util.Arrays;
import java.util.Comparator;
import org.bouncycastle.tls.NamedGroup;
import org.jspecify.annotations.Nullable;

/**
 * The groups for Diffie-Hellman that this node computes with. Who asks for a handshake has proven
 * nothing yet, and the largest groups take a quarter of a second each.
 */
final class KeyExchangeGroups {

    /** As strong as the other parts of a handshake, and a fifteenth of the work of the largest. */
    private static final int MOST_BITS = 3072;

    /** Bouncy Castle's word for none. */
    private static final int NONE = -1;

    private static final int[] ALL = {
        NamedGroup.x25519,
        NamedGroup.x448,
        NamedGroup.secp256r1,
        NamedGroup.secp384r1,
        NamedGroup.ffdhe2048,
        NamedGroup.ffdhe3072,
    };

    private KeyExchangeGroups() {}

    static int[] all() {
        return ALL.clone();
    }

    /**
     * The smallest group without curves that both sides have.
     *
     * @param offered groups of the peer, or null if it has named none
     * @return the group, or -1 if there is none
     */
    static int finiteField(int @Nullable [] offered, int minimumBits) {
        boolean peerKnowsGroups =
                offered != null && Arrays.stream(offered).anyMatch(NamedGroup::isFiniteField);
        return Arrays.stream(peerKnowsGroups ? offered : ALL)
                .filter(NamedGroup::isFiniteField)
                .filter(group -> bits(group) >= minimumBits && bits(group) <= MOST_BITS)
                .boxed()
                .min(Comparator.comparingInt(KeyExchangeGroups::bits))
                .orElse(NONE);
    }

    private static int bits(int group) {
        return NamedGroup.getFiniteFieldBits(group);
    }
}
