# Makes the disk of a virtual machine of the Debian that is installed here, with the daemon as a service.
# Arguments: the disk, folder with a daemon, where in that folder the daemon is, the daemon's unit, and the
# Debian packages that the machine shall have beside the essential ones. The key of the cluster is the host's.
disk=$1 programs=$2 daemon=$3 unit=$4
shift 4
root=$(mktemp -d "$disk.XXXXXX")
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

copy_files() {
    paths "$@" | tar --create --ignore-failed-read --directory=/ --no-recursion --files-from=- |
        tar --extract --same-permissions --directory="$root"
    mkdir --parents "$root/opt/pacemaker-remote"
    cp --recursive --preserve=mode,links "$programs/." "$root/opt/pacemaker-remote"
    ln -s "/opt/pacemaker-remote/$daemon" "$root/usr/sbin/pacemaker-remoted"
}

enable_service() {
    ln -s "../$1" "$root/etc/systemd/system/multi-user.target.wants/$1"
}

configure() {
    mkdir -p "$root"/etc/systemd/{journald.conf.d,system-generators,system/multi-user.target.wants}
    cp "$unit" "$root/etc/systemd/system/pacemaker_remote.service"
    enable_service pacemaker_remote.service
    cp --preserve=mode,ownership --parents /etc/pacemaker/authkey /etc/hosts "$root"
    # A machine that was installed long ago: else the first boot would ask questions.
    : >"$root/etc/machine-id"
    # The journal is read on the host, from the console.
    printf '%s\n' '[Journal]' Storage=volatile ForwardToConsole=yes MaxLevelConsole=notice \
        >"$root/etc/systemd/journald.conf.d/console.conf"
    # Nobody logs in.
    ln -s /dev/null "$root/etc/systemd/system-generators/systemd-getty-generator"
}

# As Debian's unit, which waits for udev to give the channel its name. There is no udev, to boot faster.
configure_guest_agent() {
    cat >"$root/etc/systemd/system/guest-agent.service" <<'UNIT'
[Service]
ExecStart=/bin/sh -c 'cd /sys/class/virtio-ports && exec qemu-ga --path=/dev/$$(ls)'
UNIT
    enable_service guest-agent.service
}

copy_files "$@"
configure
configure_guest_agent
mke2fs -q -t ext4 -d "$root" "$disk" 640M
