package dev.remotenode.agent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.tls.HandshakeCompletion;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionHandlerTest {

    private final Sessions sessions = new Sessions();
    private final RequestDispatcher dispatcher = mock();
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new SessionHandler(sessions, dispatcher));
    private final List<Boolean> paces = new ArrayList<>();

    @BeforeEach
    void observe() {
        SessionObserver observer = mock();
        doAnswer(call -> paces.add(call.<Session>getArgument(0).takesMore()))
                .when(observer)
                .providerPaceChanged(any());
        sessions.observe(observer);
        connection
                .pipeline()
                .fireUserEventTriggered(
                        new HandshakeCompletion("1.3", "any", "key", Optional.empty()));
    }

    @Test
    void providerThatFallsBehindAndCatchesUpIsReported() {
        doAnswer(
                        call -> {
                            sessions.addProvider(call.getArgument(0));
                            return null;
                        })
                .when(dispatcher)
                .dispatch(any(), any());
        connection.writeInbound(new RequestMessage(1, Optional.empty(), new Request.Poke()));
        setWritable(false);
        setWritable(true);
        assertEquals(List.of(false, true), paces);
    }

    @Test
    void othersCarryNoToolsAndAreNot() {
        setWritable(false);
        assertEquals(List.of(), paces);
    }

    private void setWritable(boolean writable) {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        connection.runPendingTasks();
    }
}
