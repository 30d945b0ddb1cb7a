package dev.remotenode.lab.host;

import java.time.Duration;

/**
 * What a line does to packets, in each direction.
 *
 * @param delay of every packet
 * @param jitter at most so much more, at random: who is sent later may arrive sooner
 * @param lost of a hundred
 * @param doubled of a hundred
 */
public record Impairment(Duration delay, Duration jitter, int lost, int doubled) {}
