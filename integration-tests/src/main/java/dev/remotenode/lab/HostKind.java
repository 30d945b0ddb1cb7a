package dev.remotenode.lab;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.PacemakerSeries;

/** What runs on a host before a test begins. */
public enum HostKind {
    /** Nothing. */
    BARE {
        @Override
        Host add(Lab lab, String name, PacemakerSeries pacemaker) {
            return lab.addHost(name, pacemaker);
        }
    },

    /** systemd, for which the host has to stand on Debian 13. */
    BOOTED {
        @Override
        Host add(Lab lab, String name, PacemakerSeries pacemaker) {
            return lab.addBootedHost(name, pacemaker.root());
        }
    };

    abstract Host add(Lab lab, String name, PacemakerSeries pacemaker);
}
