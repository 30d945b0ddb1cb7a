# libvirtd on a host of the lab, with control groups in version 1, which its LXC driver needs. They are the
# whole machine's, so it gets groups below which it believes to be the root of all.
# Arguments: what to do, a name for the groups, and for "bridge" its name, for "run" the driver to use,
# for "bury" the groups of another host.
action=$1 group=$2 name=${3:-}
# What it insists on. In a group of their own for "cpu", guests would all together weigh as much as one
# process of the machine.
hierarchies="cpuacct devices memory"
machine=/run/lab/hierarchies
drivers=/run/lab/libvirt-drivers

mount_hierarchies() {
    for hierarchy in $hierarchies; do
        mkdir -p "$1/$hierarchy"
        mount -t cgroup -o "$hierarchy" cgroup "$1/$hierarchy"
    done
}

prepare() {
    mount_hierarchies $machine
    for hierarchy in $hierarchies; do
        mkdir "$machine/$hierarchy/$group"
    done
    # Guests have a /run of their own, and with it nothing of the lab.
    mkdir -p /var/lib/lab-programs
    mount --bind /run/lab/programs /var/lib/lab-programs
}

# Takes the place of the network card, with its addresses. That of the hardware is set because it would
# otherwise change with the guests that come and go.
bridge() {
    local card addresses
    card=$(ip -brief link show eth0 | awk '{ print $3 }')
    mapfile -t addresses < <(ip -oneline address show dev eth0 scope global | awk '{ print $4 }')
    ip link add "$name" address "$card" type bridge
    ip address flush dev eth0
    ip link set eth0 master "$name"
    ip link set "$name" up
    for address in "${addresses[@]}"; do
        ip address add "$address" dev "$name"
    done
}

# The driver for QEMU insists on a user that another of Debian's packages would make, even if it shall not be
# used. It gets no control groups, of which it would want more, and does without a daemon for its logs.
# Emulated guests are slow enough: Pacemaker 2.1 gives a handshake five seconds, so they go before others.
configure_qemu() {
    id -u libvirt-qemu >/dev/null 2>&1 || useradd --system --user-group libvirt-qemu
    mkdir -p /etc/libvirt/hooks
    printf '%s\n' 'user = "root"' 'group = "root"' 'security_driver = "none"' 'stdio_handler = "file"' \
        'cgroup_controllers = []' 'namespaces = []' >/etc/libvirt/qemu.conf
    cat >/etc/libvirt/hooks/qemu <<'END'
#!/bin/sh
if [ "$2" = started ]; then
    machine=$(cat "/run/libvirt/qemu/$1.pid")
    renice --priority -15 --pid "$machine"
    # Where the kernel weighs sessions, the priority counts only within its own.
    echo -15 >"/proc/$machine/autogroup"
fi
exit 0
END
    chmod 755 /etc/libvirt/hooks/qemu
}

# One alone.
choose_driver() {
    mkdir $drivers
    ln -s /usr/lib/*/libvirt/connection-driver/"libvirt_driver_$name.so" $drivers
}

# For everybody on the network of the lab, as fence devices and libvirtd on other hosts need it. What tells
# hosts apart is that of the machine otherwise.
listen() {
    mkdir -p /etc/libvirt
    cat >/etc/libvirt/libvirtd.conf <<END
listen_tls = 0
listen_tcp = 1
auth_tcp = "none"
host_uuid = "$(cat /proc/sys/kernel/random/uuid)"
END
}

run() {
    choose_driver
    listen
    if [ "$name" = qemu ]; then
        configure_qemu
    fi
    for hierarchy in $hierarchies; do
        echo $$ >"$machine/$hierarchy/$group/cgroup.procs"
    done
    exec unshare --cgroup --mount bash -euc "$(declare -p hierarchies; declare -f mount_hierarchies)
        umount $machine/*
        # Those of the machine would be found although they are covered.
        umount --recursive /sys/fs/cgroup
        mount -t tmpfs tmpfs /sys/fs/cgroup
        mount_hierarchies /sys/fs/cgroup
        LIBVIRT_DRIVER_DIR=$drivers exec libvirtd --listen"
}

tidy() {
    find $machine/*/"$group" -depth -type d -exec rmdir {} +
    umount $machine/*
}

# After a host that was switched off: the one that tidies up now has the same hierarchies. Where the machine has mounted
# them as well, nothing is left.
bury() {
    find $machine -depth -type d '(' -name "$name" -o -path "*/$name/*" ')' -exec rmdir {} +
}

$action
