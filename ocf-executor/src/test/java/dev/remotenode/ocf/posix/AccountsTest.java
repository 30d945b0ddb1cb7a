package dev.remotenode.ocf.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AccountsTest {

    @Test
    void knowsRoot() {
        assertEquals(Optional.of("root"), Accounts.userName(0));
        assertEquals(OptionalInt.of(0), Accounts.userId("root"));
        assertEquals(OptionalInt.of(0), Accounts.groupId("root"));
    }

    @Test
    void findsNobodyElse() {
        assertEquals(Optional.empty(), Accounts.userName(1_999_999_999));
        assertEquals(OptionalInt.empty(), Accounts.userId("nobody of this name"));
        assertEquals(OptionalInt.empty(), Accounts.groupId("no group of this name"));
    }

    /** Every Linux has this account, with a name that differs from its group's here and there. */
    @Test
    void agreesWithItself() {
        int nobody = Accounts.userId("nobody").orElseThrow();
        assertEquals(Optional.of("nobody"), Accounts.userName(nobody));
    }
}
