package dev.remotenode.lab.host;

/** How a command ended: its exit status and all it wrote to standard output and standard error. */
public record CommandResult(Command command, int status, String output, String errors) {

    public boolean succeeded() {
        return status == 0;
    }

    /**
     * Insists on exit status 0.
     *
     * @return standard output
     * @throws LabException with everything the command said, if the status is another
     */
    public String outputOrFail() {
        if (!succeeded()) {
            throw new LabException(
                    "'%s' ended with status %d: %s%s".formatted(command, status, output, errors));
        }
        return output;
    }
}
