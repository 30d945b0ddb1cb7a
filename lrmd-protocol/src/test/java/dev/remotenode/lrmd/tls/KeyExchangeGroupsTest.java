package dev.remotenode.lrmd.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bouncycastle.tls.NamedGroup;
import org.junit.jupiter.api.Test;

class KeyExchangeGroupsTest {

    private static final int NONE = -1;

    /** As a peer offers that has no say in it. */
    @Test
    void takesTheSmallestThatIsOffered() {
        assertEquals(
                NamedGroup.ffdhe2048,
                chosen(NamedGroup.secp256r1, NamedGroup.ffdhe8192, NamedGroup.ffdhe2048));
        assertEquals(NamedGroup.ffdhe3072, chosen(NamedGroup.ffdhe3072, NamedGroup.ffdhe4096));
    }

    @Test
    void takesNoneThatIsCostly() {
        assertEquals(NONE, chosen(NamedGroup.ffdhe4096));
        assertEquals(NONE, chosen(NamedGroup.ffdhe6144, NamedGroup.ffdhe8192));
    }

    /** GnuTLS 3.5 and older do not name any. */
    @Test
    void choosesForAPeerThatNamesNone() {
        assertEquals(NamedGroup.ffdhe2048, chosen(NamedGroup.secp256r1));
        assertEquals(NamedGroup.ffdhe2048, KeyExchangeGroups.finiteField(null, 0));
    }

    @Test
    void keepsToTheMinimum() {
        assertEquals(NamedGroup.ffdhe3072, KeyExchangeGroups.finiteField(null, 2049));
    }

    private static int chosen(int... offered) {
        return KeyExchangeGroups.finiteField(offered, 0);
    }
}
