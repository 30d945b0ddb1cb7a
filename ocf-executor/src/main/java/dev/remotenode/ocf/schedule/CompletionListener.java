package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.operation.Completion;

/** Is told, on the event loop, what clients have to hear. */
public interface CompletionListener {

    void completed(Completion completion);
}
