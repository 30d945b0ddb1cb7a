/** Operations on resources: what is asked for, and what comes of it. */
package dev.remotenode.ocf.operation;
