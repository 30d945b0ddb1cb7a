# Furnishes the namespaces of a lab host. Arguments: host name, folder on disk for /var/log, folder to
# show as /run/lab/programs, root file system. Everything else that a host writes is in memory.
name=$1 logs=$2 programs=$3 root=$4

# Shows a folder at another place too, where changes stay in the host.
overlay() {
    local lower=$1 place=$2 layers=/run/lab/layers/$1
    mkdir -p "$layers/upper" "$layers/work"
    mount -t overlay overlay -o "lowerdir=$lower,upperdir=$layers/upper,workdir=$layers/work" "$place"
}

# The machine's own files shine through, what the host changes is the host's alone.
stand_on_the_machine() {
    for folder in /etc /var /usr/lib/ocf; do
        overlay "$folder" "$folder"
    done
}

stand_on() {
    overlay "$1" /mnt
    for folder in /dev /proc /sys; do
        mount --rbind "$folder" "/mnt$folder"
    done
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
mkdir -p /run/lab/programs /run/lock /run/dbus
mount --bind "$programs" /run/lab/programs
mount -o remount,bind,ro /run/lab/programs
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
