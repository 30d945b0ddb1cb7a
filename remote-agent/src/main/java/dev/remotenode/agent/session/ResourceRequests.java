package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.Errno;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.ocf.schedule.RecurringOperations;
import dev.remotenode.ocf.schedule.Resource;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.util.List;
import java.util.Optional;

/**
 * Serves what is asked of resources and their operations. Used on the event loop.
 *
 * <p>A reply follows the "cancelled" notifications that its request caused.
 */
final class ResourceRequests {

    private final ResourceExecutor executor;
    private final Sessions sessions;

    ResourceRequests(ResourceExecutor executor, Sessions sessions) {
        this.executor = executor;
        this.sessions = sessions;
    }

    void register(Call call, Request.RegisterResource register) {
        register.resourceId()
                .ifPresentOrElse(
                        id -> {
                            executor.register(
                                    new Resource(
                                            id,
                                            WireTranslation.agentName(register.agent()),
                                            register.dropRecurring()));
                            settle(call, Kind.RESOURCE_REGISTERED, id, 0);
                        },
                        () -> call.reply(Errno.EINVAL));
    }

    void unregister(Call call, Request.UnregisterResource unregister) {
        unregister
                .resourceId()
                .ifPresentOrElse(
                        id -> {
                            int returnCode =
                                    switch (executor.unregister(id)) {
                                        case REMOVED -> 0;
                                        case STILL_ACTIVE -> Errno.EINPROGRESS.returnCode();
                                    };
                            settle(call, Kind.RESOURCE_UNREGISTERED, id, returnCode);
                        },
                        () -> call.reply(Errno.ENODEV));
    }

    /** Answers, and tells everybody. */
    private void settle(Call call, Kind kind, String id, int returnCode) {
        executor.afterCancellations(
                id,
                () -> {
                    call.reply(returnCode);
                    sessions.notifyAll(call.served(kind, returnCode, Optional.of(id)));
                });
    }

    void describe(Call call, Request.ResourceInfo info) {
        info.resourceId()
                .flatMap(executor::find)
                .ifPresentOrElse(
                        resource ->
                                call.reply(
                                        0,
                                        new Reply.ResourceDescription(
                                                resource.id(),
                                                WireTranslation.agentAddress(resource.agent()))),
                        () -> call.reply(Errno.ENODEV));
    }

    void execute(Call call, Request.Exec exec) {
        exec.resourceId()
                .ifPresentOrElse(
                        id -> {
                            int returnCode =
                                    switch (executor.execute(
                                            call.id(),
                                            WireTranslation.operation(id, exec, call.session()))) {
                                        case ACCEPTED -> call.id();
                                        case NOT_REGISTERED -> Errno.ENODEV.returnCode();
                                    };
                            executor.afterCancellations(id, () -> call.reply(returnCode));
                        },
                        () -> call.reply(Errno.EINVAL));
    }

    void cancel(Call call, Request.Cancel cancel) {
        if (cancel.resourceId().isEmpty() || cancel.action().isEmpty()) {
            call.reply(Errno.EINVAL);
            return;
        }
        String id = cancel.resourceId().get();
        int returnCode =
                switch (executor.cancel(
                        id, cancel.action().get(), WireTranslation.millis(cancel.interval()))) {
                    case CANCELLED -> 0;
                    case NO_SUCH_OPERATION -> Errno.EOPNOTSUPP.returnCode();
                    case NOT_REGISTERED -> Errno.ENODEV.returnCode();
                };
        executor.afterCancellations(id, () -> call.reply(returnCode));
    }

    void listRecurring(Call call, Request.GetRecurring request) {
        Optional<List<RecurringOperations>> found =
                request.resourceId().isEmpty()
                        ? Optional.of(executor.recurring())
                        : executor.recurring(request.resourceId().get()).map(List::of);
        found.ifPresentOrElse(
                resources ->
                        call.reply(
                                0,
                                new Reply.RecurringOperations(
                                        resources.stream()
                                                .map(WireTranslation::recurring)
                                                .toList())),
                () -> call.reply(Errno.ENODEV));
    }
}
