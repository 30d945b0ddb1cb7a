package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key in the first of several files that has one.
 *
 * <p>A file is read again when it has changed, so a new key counts from the next handshake on. Used
 * by one thread.
 */
public final class KeyFiles implements KeySource {

    private static final Logger log = LoggerFactory.getLogger(KeyFiles.class);

    private final List<Path> candidates;
    private @Nullable Loaded loaded;

    /**
     * @param candidates files in the order in which they are tried
     */
    public KeyFiles(List<Path> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public Optional<PreSharedKey> current() {
        for (Path file : candidates) {
            try {
                return Optional.of(load(file));
            } catch (IOException e) {
                log.debug("No key in {}: {}", file, reason(e));
            }
        }
        return Optional.empty();
    }

    /** The files, for a message that tells where a key was looked for. */
    public List<Path> candidates() {
        return candidates;
    }

    private PreSharedKey load(Path file) throws IOException {
        FileState state = FileState.of(file);
        Loaded last = loaded;
        if (last != null && last.state.equals(state)) {
            return last.key;
        }
        if (state.size() == 0 || state.size() > PreSharedKey.MAX_BYTES) {
            throw new IOException(
                    "it has %d bytes instead of 1 to %d"
                            .formatted(state.size(), PreSharedKey.MAX_BYTES));
        }
        try {
            PreSharedKey key = new PreSharedKey(Files.readAllBytes(file));
            loaded = new Loaded(state, key);
            return key;
        } catch (IllegalArgumentException e) {
            throw new IOException("it changed while it was read", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "no such file"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private record Loaded(FileState state, PreSharedKey key) {}
}
