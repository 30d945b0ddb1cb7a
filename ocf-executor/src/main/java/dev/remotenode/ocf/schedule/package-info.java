/** When operations run: one queue per resource, recurrence, merge, cancel, delay, timeout. */
package dev.remotenode.ocf.schedule;
