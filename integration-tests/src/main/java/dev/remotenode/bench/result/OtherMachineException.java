package dev.remotenode.bench.result;

import java.io.Serial;
import java.util.List;

/** Two runs cannot be compared, as they are of different machines. */
public final class OtherMachineException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    OtherMachineException(List<String> differences) {
        super(
                "These runs are of different machines, and their figures cannot be compared.\n  "
                        + String.join("\n  ", differences));
    }
}
