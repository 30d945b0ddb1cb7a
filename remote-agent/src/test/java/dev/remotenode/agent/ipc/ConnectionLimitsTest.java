package dev.remotenode.agent.ipc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {

    private static final int OWN = 0;
    private static final int ONE = 1000;
    private static final int OTHER = 1001;

    /** Three connections in all, two of them for one user. */
    private final ConnectionLimits limits =
            new ConnectionLimits(new IpcLimits(3, 2, 1, 1, 1, 1), OWN);

    @Test
    void oneUserDoesNotTakeThePlaceOfOthers() {
        assertTrue(limits.enter(ONE));
        assertTrue(limits.enter(ONE));
        assertFalse(limits.enter(ONE));
        assertTrue(limits.enter(OTHER));
    }

    @Test
    void allUsersTogetherDoNotTakeThePlaceOfOurOwn() {
        assertTrue(limits.enter(ONE));
        assertTrue(limits.enter(ONE));
        assertTrue(limits.enter(OTHER));
        assertFalse(limits.enter(OTHER));
        assertTrue(limits.enter(OWN));
    }

    @Test
    void whoLeavesMakesPlace() {
        assertTrue(limits.enter(ONE));
        assertTrue(limits.enter(ONE));
        limits.leave(ONE);
        assertTrue(limits.enter(ONE));
        assertFalse(limits.enter(ONE));
    }
}
