package dev.remotenode.ocf.operation;

/**
 * One run of an operation has ended, or the operation was cancelled: what clients are told.
 *
 * @param callId of the latest request that was merged into the operation
 * @param request the original request, but with the user data of the latest merged one
 * @param resourceDeleted the resource is not registered (any more)
 */
public record Completion(
        int callId,
        OperationRequest request,
        Result result,
        boolean resourceDeleted,
        Timings timings) {}
