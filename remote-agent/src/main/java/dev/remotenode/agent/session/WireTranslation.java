package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.Alert;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.operation.Timings;
import dev.remotenode.ocf.schedule.RecurringOperations;
import java.time.Duration;
import java.util.Optional;

/** The words of the wire in the executor's, and back. */
final class WireTranslation {

    private WireTranslation() {}

    static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    static AgentName agentName(AgentAddress agent) {
        return new AgentName(agent.standard(), agent.provider(), agent.type());
    }

    static AgentAddress agentAddress(AgentName agent) {
        return new AgentAddress(agent.standard(), agent.provider(), agent.type());
    }

    static OperationRequest operation(String resourceId, Request.Exec exec, Session from) {
        Request.Operation operation = exec.operation();
        return new OperationRequest(
                resourceId,
                operation.action(),
                millis(operation.interval()),
                millis(operation.timeout()),
                millis(operation.startDelay()),
                operation.parameters(),
                operation.userData(),
                new NotifyRule(exec.originatorOnly(), exec.changesOnly()),
                from.asOriginator());
    }

    /** Empty if the request does not say what to run. */
    static Optional<Alert> alert(Request.SendAlert request) {
        return request.alertId()
                .flatMap(id ->
                        request.path()
                                .map(path ->
                                        new Alert(
                                                id,
                                                path,
                                                millis(request.timeout()),
                                                request.environment())));
    }

    static Notification.ExecComplete completion(Completion completion) {
        OperationRequest request = completion.request();
        return new Notification.ExecComplete(
                completion.callId(),
                request.resourceId(),
                new Request.Operation(
                        request.action(),
                        request.interval().toMillis(),
                        request.timeout().toMillis(),
                        request.startDelay().toMillis(),
                        request.userData(),
                        request.parameters()),
                outcome(completion.result(), completion.timings()),
                completion.resourceDeleted());
    }

    private static Notification.Outcome outcome(Result result, Timings timings) {
        return new Notification.Outcome(
                result.exitCode(),
                result.status().code(),
                result.exitReason(),
                result.output(),
                timings.runEpochSeconds(),
                timings.changeEpochSeconds(),
                timings.execMillis(),
                timings.queueMillis());
    }

    static Reply.ResourceOperations recurring(RecurringOperations recurring) {
        return new Reply.ResourceOperations(
                recurring.resourceId(),
                recurring.operations().stream()
                        .map(operation ->
                                new Reply.RecurringOperation(
                                        operation.action(),
                                        operation.interval().toMillis(),
                                        operation.timeout().toMillis()))
                        .toList());
    }
}
