/** What processes were doing at a moment, read from {@code /proc}. */
package dev.remotenode.ocf.forensics;
