package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.host.Host;

/** What may happen to a running container of libvirt. */
public enum Mishap {
    /** Its first process is killed, and with it the container. */
    KILLED("kill -KILL $init"),

    /** Every process in it stops working, and stays. */
    FROZEN("pkill --signal STOP --ns $init --nslist pid"),

    /** Its network cable is pulled out. */
    UNPLUGGED(
            "ip link set $(virsh --quiet --connect lxc:/// domiflist $1 | awk '{ print $1 }') nomaster");

    private final String commands;

    Mishap(String commands) {
        this.commands = commands;
    }

    /** Has it happen to a domain on a host. */
    public void befall(Host host, String domain) {
        host.run(
                "sh",
                "-euc",
                "init=$(pgrep --parent $(cat /run/libvirt/lxc/$1.pid)); " + commands,
                "mishap",
                domain);
    }
}
