package dev.remotenode.agent.session;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final SessionObserver observer = mock();
    private final Sessions sessions = new Sessions();
    private final Session node = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
    private final Session program = new Session(new RecordingOutlet(), Standing.PRIVILEGED_PROGRAM);

    @BeforeEach
    void open() {
        sessions.observe(observer);
        sessions.opened(node);
        sessions.opened(program);
    }

    @Test
    void aClusterNodeThatIsNotTheLastClientLeavesEverythingAsItIs() {
        sessions.closed(node);
        verifyNoMoreInteractions(observer);
    }

    @Test
    void aClusterNodeThatIsTheLastClientTakesAllWithIt() {
        sessions.closed(program);
        sessions.closed(node);
        verify(observer).programClosed(program);
        verify(observer).lastSessionClosed();
    }

    @Test
    void aProgramTakesOnlyItsOwnWithItEvenIfItIsTheLast() {
        sessions.closed(node);
        sessions.closed(program);
        verify(observer).programClosed(program);
        verifyNoMoreInteractions(observer);
    }

    @Test
    void nobodyLeavesTwice() {
        sessions.closed(program);
        sessions.closed(program);
        verify(observer).programClosed(program);
        verifyNoMoreInteractions(observer);
    }
}
