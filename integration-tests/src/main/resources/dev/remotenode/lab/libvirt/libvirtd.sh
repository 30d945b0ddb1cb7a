# libvirtd on a host of the lab, with control groups in version 1, which its LXC driver needs. They are the
# whole machine's, so it gets groups below which it believes to be the root of all.
# Arguments: "prepare", "run" or "tidy", and a name for the groups.
action=$1 group=$2
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
}

# LXC alone: the driver for QEMU comes with it, but not the user that it cannot start without.
choose_drivers() {
    mkdir $drivers
    ln -s /usr/lib/*/libvirt/connection-driver/libvirt_driver_lxc.so $drivers
}

run() {
    choose_drivers
    for hierarchy in $hierarchies; do
        echo $$ >"$machine/$hierarchy/$group/cgroup.procs"
    done
    exec unshare --cgroup --mount bash -euc "$(declare -p hierarchies; declare -f mount_hierarchies)
        umount $machine/*
        # Those of the machine would be found although they are covered.
        umount --recursive /sys/fs/cgroup
        mount -t tmpfs tmpfs /sys/fs/cgroup
        mount_hierarchies /sys/fs/cgroup
        LIBVIRT_DRIVER_DIR=$drivers exec libvirtd"
}

tidy() {
    find $machine/*/"$group" -depth -type d -exec rmdir {} +
    umount $machine/*
}

$action
