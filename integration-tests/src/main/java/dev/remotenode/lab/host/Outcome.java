package dev.remotenode.lab.host;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread will have done. */
public final class Outcome {
    private Outcome() {}

    /**
     * The value of {@code future}, once it is there.
     *
     * @param what is being done, as the object of "waited for"
     * @throws LabException if it failed, with the reason, or {@code limit} passes
     */
    public static <T> T of(String what, Duration limit, CompletableFuture<T> future) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw LabException.interrupted("waiting for " + what, e);
        } catch (ExecutionException e) {
            throw new LabException(what + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new LabException("waited in vain for " + what + ", " + limit, e);
        }
    }
}
