package dev.remotenode.lrmd.message;

import dev.remotenode.lrmd.xml.CarriedElement;
import java.util.Optional;

/**
 * A request with what surrounds it. What it carries may be large, and belongs to it: who is through
 * with the request {@link #release releases} it.
 *
 * @param messageId echoed in the reply
 * @param clientName how the peer calls itself, on any request
 */
public record RequestMessage(int messageId, Optional<String> clientName, Request request) {

    /** Keeps what it carries until it is released. */
    void retain() {
        carried().ifPresent(CarriedElement::retain);
    }

    /** Gives back the memory of what it carries. */
    public void release() {
        carried().ifPresent(CarriedElement::release);
    }

    private Optional<CarriedElement> carried() {
        return request instanceof Request.Forward(ProxyMessage message)
                ? message.carried()
                : Optional.empty();
    }
}
