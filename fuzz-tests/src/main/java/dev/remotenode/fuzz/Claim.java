package dev.remotenode.fuzz;

import java.util.Objects;

/** What must hold for every input; what does not is a finding. */
public final class Claim {

    private Claim() {}

    /** Something is so. */
    public static void that(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError("it does not hold that " + claim);
        }
    }

    /** Two ways lead to the same. */
    public static void same(Object one, Object other, String claim) {
        if (!Objects.equals(one, other)) {
            throw new AssertionError(
                    "it does not hold that %s:%n  %s%n  %s".formatted(claim, one, other));
        }
    }
}
