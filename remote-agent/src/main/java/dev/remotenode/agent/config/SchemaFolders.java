package dev.remotenode.agent.config;

import java.nio.file.Path;

/**
 * Where the schemas of the cluster's configuration are.
 *
 * @param installed those that came with the tools of this node
 * @param fetched newer ones, fetched from the cluster
 */
public record SchemaFolders(Path installed, Path fetched) {}
