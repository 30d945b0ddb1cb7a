/**
 * What systemd offers on the bus. Of no interest to others, but the D-Bus library has to see it.
 */
package dev.remotenode.ocf.systemd.bus;
