package dev.remotenode.agent.fencing;

import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import dev.remotenode.ocf.operation.ExecutionStatus;
import java.util.Optional;

/** A message of the fencer, as far as this daemon wants to know. */
record FencerReply(Element element) {

    /** Reads a message, with the damage that escaping by Pacemaker 2.1.5 does to texts. */
    static FencerReply read(byte[] document) throws XmlException {
        return new FencerReply(XmlReader.read(document, Tolerance.DAMAGED_VALUES));
    }

    /** The name by which the fencer wants to be addressed, in its answer to a sign-on. */
    Optional<String> token() {
        return element.attribute("st_op").equals(Optional.of("register"))
                ? element.attribute("st_clientid")
                : Optional.empty();
    }

    /** Which request is answered, if this is an answer. */
    Optional<Integer> callId() {
        return number("st_callid");
    }

    /** Clusters older than Pacemaker 2.1.3 give nothing but a negated error number. */
    FencerAnswer answer() {
        Optional<Integer> exitStatus = number("rc-code");
        Optional<Integer> status = number("op-status");
        return exitStatus.isPresent() && status.isPresent()
                ? new FencerAnswer(
                        exitStatus.get(),
                        ExecutionStatus.of(status.get()).orElse(ExecutionStatus.ERROR),
                        element.attribute("exit-reason"))
                : number("st_rc")
                        .map(FencerReply::ofReturnCode)
                        .orElseGet(() ->
                                FencerAnswer.failure(
                                        ExecutionStatus.ERROR, "The fencer gave no result"));
    }

    private static FencerAnswer ofReturnCode(int returnCode) {
        return returnCode >= 0
                ? FencerAnswer.SUCCESS
                : FencerAnswer.failure(
                        ExecutionStatus.ERROR, "The fencer failed with error " + -returnCode);
    }

    private Optional<Integer> number(String attribute) {
        try {
            return element.attribute(attribute).map(Integer::valueOf);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
