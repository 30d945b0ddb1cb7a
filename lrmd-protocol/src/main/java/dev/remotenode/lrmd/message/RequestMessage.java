package dev.remotenode.lrmd.message;

import java.util.Optional;

/**
 * A request with what surrounds it.
 *
 * @param messageId echoed in the reply
 * @param clientName how the peer calls itself, on any request
 */
public record RequestMessage(int messageId, Optional<String> clientName, Request request) {}
