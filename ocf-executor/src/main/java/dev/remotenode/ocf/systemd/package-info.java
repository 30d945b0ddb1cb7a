/**
 * Units of systemd as resources, over D-Bus. Nothing of D-Bus is loaded before the first of them.
 */
package dev.remotenode.ocf.systemd;
