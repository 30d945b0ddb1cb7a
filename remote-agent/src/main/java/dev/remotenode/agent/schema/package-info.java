/**
 * The schemas of the cluster's configuration that tools on this node check against: those of a
 * newer cluster are fetched from it.
 */
package dev.remotenode.agent.schema;
