package dev.remotenode.lrmd.frame;

import io.netty.handler.codec.CorruptedFrameException;

/** The stream does not hold a frame here; nothing after it can be trusted either. */
public final class FrameException extends CorruptedFrameException {

    private static final long serialVersionUID = 1L;

    FrameException(String message) {
        super(message);
    }

    FrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
