package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.CompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells cluster nodes how operations ended. */
public final class CompletionReporter implements CompletionListener {

    private static final Logger log = LoggerFactory.getLogger(CompletionReporter.class);

    private final Sessions sessions;

    public CompletionReporter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void completed(Completion completion) {
        logResult(completion);
        Notification notification = WireTranslation.completion(completion);
        if (completion.request().notifyRule().originatorOnly()) {
            sessions.find(completion.request().originator().clientId())
                    .ifPresent(originator -> originator.send(notification));
        } else {
            sessions.notifyAll(notification);
        }
    }

    private static void logResult(Completion completion) {
        OperationRequest request = completion.request();
        Result result = completion.result();
        log.debug(
                "{} {} of {} ended with {} (execution status {}) after {} ms, call {}{}",
                request.isRecurring() ? "Recurring" : "Operation",
                request.action(),
                request.resourceId(),
                result.exitCode(),
                result.status(),
                completion.timings().execMillis(),
                completion.callId(),
                result.exitReason().map(reason -> ": " + reason).orElse(""));
    }
}
