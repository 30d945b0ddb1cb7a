package dev.remotenode.agent.cli.report;

/**
 * A program on this host.
 *
 * @param name of its package, mostly
 */
public record ProgramVersion(String name, String version) {}
