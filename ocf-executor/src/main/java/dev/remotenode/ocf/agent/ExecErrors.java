package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.posix.Errno;

/** What it says about an agent that its file could not be found or executed. */
public final class ExecErrors {

    private ExecErrors() {}

    /**
     * The code that stands for an error of stat or exec, as in Pacemaker.
     *
     * @param errno not negated
     */
    public static OcfExitCode exitCode(int errno) {
        return switch (errno) {
            case Errno.ENOENT, Errno.ENOTDIR, Errno.EISDIR, Errno.EINVAL, Errno.ENOEXEC ->
                    OcfExitCode.NOT_INSTALLED;
            case Errno.EACCES, Errno.EPERM -> OcfExitCode.INSUFFICIENT_PRIVILEGES;
            default -> OcfExitCode.GENERIC_ERROR;
        };
    }
}
