package dev.remotenode.ocf.process;

import java.util.Optional;

/** What a child wrote, decoded; each {@code ""} if nothing. */
record Output(String standardOutput, String standardError) {

    public static final Output NONE = new Output("", "");

    /** What is reported of it: standard error if there was any, else standard output if any. */
    public Optional<String> reported() {
        String text = standardError.isEmpty() ? standardOutput : standardError;
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
