package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key in the first of several files that has one, and the keys it has replaced.
 *
 * <p>A file is read again when it has changed. One that cannot be used any more, or not yet, leaves
 * in force what was read before. Used by one thread.
 */
public final class KeyFiles implements KeySource {

    private static final Logger log = LoggerFactory.getLogger(KeyFiles.class);

    private final List<Path> candidates;
    private final Duration overlap;
    private final InstantSource clock;
    private final List<AcceptedKey> replaced = new ArrayList<>();
    private Optional<Loaded> loaded = Optional.empty();
    private String complaint = "";

    /**
     * @param candidates files in the order in which they are tried
     * @param overlap how long a key is still accepted after another one has replaced it
     */
    public KeyFiles(List<Path> candidates, Duration overlap) {
        this(candidates, overlap, InstantSource.system());
    }

    KeyFiles(List<Path> candidates, Duration overlap, InstantSource clock) {
        this.candidates = List.copyOf(candidates);
        this.overlap = overlap;
        this.clock = clock;
    }

    @Override
    public List<AcceptedKey> accepted() {
        refresh();
        Instant now = clock.instant();
        replaced.removeIf(key -> !key.isAcceptedAt(now));
        List<AcceptedKey> accepted = new ArrayList<>();
        loaded.map(Loaded::key).map(AcceptedKey::inForce).ifPresent(accepted::add);
        accepted.addAll(replaced);
        return accepted;
    }

    /**
     * The key that is in force.
     *
     * @param changed when its file was
     */
    public record InForce(Path file, Instant changed, PreSharedKey key) {}

    /** The key that is in force, if there is one. */
    public Optional<InForce> inForce() {
        refresh();
        return loaded.map(last ->
                new InForce(
                        last.state.file(),
                        Instant.EPOCH.plusNanos(last.state.modifiedNanos()),
                        last.key));
    }

    /** Those that it has replaced, and that are accepted still. */
    public List<AcceptedKey> replaced() {
        return accepted().stream().filter(key -> key.until().isPresent()).toList();
    }

    /** Accepts none of these any more, as if the daemon had been restarted; says how many. */
    public int forgetReplaced() {
        int count = replaced().size();
        replaced.clear();
        if (count > 0) {
            log.info("Previous keys are refused from now on: {}", count);
        }
        return count;
    }

    /** The files, for a message that tells where a key was looked for. */
    public List<Path> candidates() {
        return candidates;
    }

    /** Reads the key if its file has changed, and says in the log what came of it. */
    public void refresh() {
        for (Path file : candidates) {
            try {
                adopt(load(file));
                return;
            } catch (IOException e) {
                if (isInForce(file)) {
                    complain(file, reason(e));
                    return;
                }
                log.debug("No key in {}: {}", file, reason(e));
            }
        }
    }

    /** Files after the one in force do not take its place: it may be about to be replaced. */
    private boolean isInForce(Path file) {
        return loaded.filter(last -> last.state.file().equals(file)).isPresent();
    }

    private void complain(Path file, String reason) {
        String words = "Cannot use " + file + ": " + reason;
        if (!words.equals(complaint)) {
            complaint = words;
            log.error("{}; the key that was read before stays in force", words);
        }
    }

    private Loaded load(Path file) throws IOException {
        FileState state = FileState.of(file);
        if (loaded.isPresent() && loaded.get().state.equals(state)) {
            return loaded.get();
        }
        if (state.size() == 0 || state.size() > PreSharedKey.MAX_BYTES) {
            throw new IOException(
                    "it has %d bytes instead of 1 to %d"
                            .formatted(state.size(), PreSharedKey.MAX_BYTES));
        }
        try {
            return new Loaded(state, new PreSharedKey(Files.readAllBytes(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException("it changed while it was read", e);
        }
    }

    private void adopt(Loaded found) {
        complaint = "";
        Optional<PreSharedKey> last = loaded.map(Loaded::key);
        loaded = Optional.of(found);
        if (last.isPresent() && !last.get().isSame(found.key)) {
            replace(last.get(), found);
        }
    }

    private void replace(PreSharedKey last, Loaded found) {
        replaced.removeIf(key -> key.key().isSame(found.key));
        Instant until = clock.instant().plus(overlap);
        if (overlap.isPositive()) {
            replaced.addFirst(new AcceptedKey(last, Optional.of(until)));
        }
        log.info(
                "The key in {} has changed; who has the previous one is {}",
                found.state.file(),
                overlap.isPositive()
                        ? "let in until " + until.truncatedTo(ChronoUnit.SECONDS)
                        : "refused from now on");
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "no such file"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private record Loaded(FileState state, PreSharedKey key) {}
}
