# Furnishes the namespaces of a lab host. Arguments: host name, folder on disk for /var/log, folder to
# show as /run/lab/programs, folder that all hosts share, root file system, and whether it is "bare" or to be "booted" with systemd.
# Everything else that a host writes is in memory.
name=$1 logs=$2 programs=$3 shared=$4 root=$5 how=$6

# Shows a folder at another place too, where changes stay in the host.
overlay() {
    local lower=$1 place=$2 layers=/run/lab/layers/$1
    mkdir -p "$layers/upper" "$layers/work"
    mount -t overlay overlay -o "lowerdir=$lower,upperdir=$layers/upper,workdir=$layers/work" "$place"
}

# The machine's own files shine through, what the host changes is the host's alone.
stand_on_the_machine() {
    for folder in /etc /var /usr/sbin /usr/lib/ocf; do
        overlay "$folder" "$folder"
    done
}

# systemd changes what it finds there.
own_devices() {
    mount -t tmpfs -o mode=755 tmpfs /mnt/dev
    for device in null zero full random urandom tty; do
        touch "/mnt/dev/$device"
        mount --bind "/dev/$device" "/mnt/dev/$device"
    done
    mkdir /mnt/dev/pts /mnt/dev/shm
    mount -t devpts -o newinstance,ptmxmode=0666 devpts /mnt/dev/pts
    ln -s pts/ptmx /mnt/dev/ptmx
}

# The group that systemd will take for the root of all.
own_control_groups() {
    mount -t sysfs -o ro sysfs /mnt/sys
    mkdir /run/lab/control-groups
    mount -t cgroup2 cgroup2 /run/lab/control-groups
    group=/run/lab/control-groups/lab-$$
    mkdir "$group"
    trap remove_control_groups EXIT
}

remove_control_groups() {
    if [ -n "${init:-}" ]; then
        kill -KILL "$init" && wait "$unshare" || true
    fi
    find "$group" -depth -type d -exec rmdir {} +
}

# Starts systemd, and tells its process id. Should this shell be killed, systemd is as well.
boot() {
    (
        echo "$BASHPID" >"$group/cgroup.procs"
        exec setpriv --pdeathsig KILL unshare --cgroup --pid --fork --kill-child --mount-proc \
            bash -euc 'mount -t tmpfs tmpfs /sys/fs/cgroup
                mount -t cgroup2 cgroup2 /sys/fs/cgroup
                exec env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin \
                    /lib/systemd/systemd --unit=multi-user.target'
    ) </dev/null >/var/log/console.log 2>&1 &
    unshare=$!
    init=
    until [ -n "$init" ]; do
        kill -0 "$unshare"
        sleep 0.02
        read -r init <"/proc/$unshare/task/$unshare/children" || true
    done
    echo "$init"
}

# The folders that packages have put into /var/log, but not that of the journal, which is to stay in
# memory.
own_log_folders() {
    find "$1/var/log" -mindepth 1 -name journal -prune -o -type d -printf '%P\0' |
        tar --create --directory="$1/var/log" --no-recursion --null --files-from=- |
        tar --extract --same-permissions --directory=/run/lab/logs
}

stand_on() {
    own_log_folders "$1"
    overlay "$1" /mnt
    mount --rbind /proc /mnt/proc
    if [ "$how" = booted ]; then
        own_devices
        own_control_groups
    else
        mount --rbind /dev /mnt/dev
        mount --rbind /sys /mnt/sys
    fi
    mount --move /run /mnt/run
    cd /mnt
    # On top of each other, so that the machine's root needs no place in the new one.
    pivot_root . .
    umount --lazy .
    cd /
    hash -r
}

hostname "$name"
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/lab/programs /run/lab/shared /run/lock /run/dbus
mount --bind "$programs" /run/lab/programs
mount -o remount,bind,ro /run/lab/programs
mount --bind "$shared" /run/lab/shared
mkdir /run/lab/logs
mount --bind "$logs" /run/lab/logs

if [ "$root" = / ]; then
    stand_on_the_machine
else
    stand_on "$root"
fi
mount --move /run/lab/logs /var/log
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /tmp

# A host starts without the past of a cluster that the machine may once have been part of.
rm -rf /var/lib/pacemaker /var/lib/corosync /etc/pacemaker /etc/corosync
install -d -o hacluster -g haclient -m 750 /run/crm /var/log/pacemaker \
    /var/lib/pacemaker /var/lib/pacemaker/{blackbox,cib,cores,pengine}
install -d -m 755 /run/resource-agents /var/log/corosync /var/lib/corosync /etc/corosync
install -d -g haclient -m 750 /etc/pacemaker

ip link set lo up
cd /
