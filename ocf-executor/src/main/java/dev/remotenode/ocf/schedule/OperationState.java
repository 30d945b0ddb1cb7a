package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentRun;
import java.util.Optional;

/** Where an operation is in its life. What a state holds is what leaving it has to deal with. */
sealed interface OperationState {

    /** Accepted; its start delay runs. */
    record Delayed(Timer timer) implements OperationState {}

    /** Accepted; waits for its turn. */
    record Pending() implements OperationState {}

    /** Its agent runs. The timer is there from the moment when the agent really started. */
    record Running(AgentRun run, Optional<Timer> timeout) implements OperationState {}

    /** Its agent took too long and is being killed. */
    record TimingOut(AgentRun run) implements OperationState {}

    /** Recurring, was cancelled while its agent ran, which is being killed. */
    record Cancelling(AgentRun run) implements OperationState {}

    /** Recurring, between two runs. */
    record Waiting(Timer timer) implements OperationState {}

    /** Recurring, its interval is over; waits for its turn. */
    record Blocked() implements OperationState {}

    /** Told for the last time and forgotten. */
    record Ended() implements OperationState {}
}
