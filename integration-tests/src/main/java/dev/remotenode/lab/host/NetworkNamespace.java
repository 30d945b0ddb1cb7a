package dev.remotenode.lab.host;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/**
 * The network of a host, for threads of this JVM. A socket belongs to the network in which its
 * thread was when it was made; from then on any thread may use it.
 */
public final class NetworkNamespace {
    private static final int CLONE_NEWNET = 0x40000000;

    private static final MethodHandle PIDFD_OPEN = function("pidfd_open");
    private static final MethodHandle SETNS = function("setns");

    private final String name;
    private final long pid;

    public NetworkNamespace(Host host) {
        this(host.name(), host.pid());
    }

    /** That of any process. */
    NetworkNamespace(String name, long pid) {
        this.name = name;
        this.pid = pid;
    }

    /** Makes daemon threads that spend their life in this network. */
    public ThreadFactory threads() {
        return work -> {
            Runnable entering =
                    () -> {
                        enter();
                        work.run();
                    };
            return Thread.ofPlatform()
                    .daemon()
                    .name("in the network of " + name)
                    .unstarted(entering);
        };
    }

    /** Has something made in this network, by a thread of its own. */
    public <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        threads().newThread(task).start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw LabException.interrupted("working in the network of " + name, e);
        } catch (ExecutionException e) {
            throw new LabException("cannot work in the network of " + name, e);
        }
    }

    /** The descriptor is one per thread and stays open: threads here live as long as the lab. */
    private void enter() {
        int init = invoke(PIDFD_OPEN, Math.toIntExact(pid), 0);
        if (init < 0 || invoke(SETNS, init, CLONE_NEWNET) != 0) {
            throw new LabException("cannot enter the network of " + name);
        }
    }

    private static int invoke(MethodHandle function, int first, int second) {
        try {
            return (int) function.invokeExact(first, second);
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
    }

    @SuppressWarnings("restricted") // Java itself knows no namespaces
    private static MethodHandle function(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    }
}
