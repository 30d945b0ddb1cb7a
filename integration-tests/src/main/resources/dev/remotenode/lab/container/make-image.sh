# Makes a container image of the Debian that is installed here, no larger than it has to be, and gives it
# to podman. Arguments: name of the image, folder with a daemon, where in that folder the daemon is, and
# the Debian packages that the image shall have beside the essential ones.
image=$1 programs=$2 daemon=$3
shift 3
additions=$(mktemp -d)

# The container shares the network of its host, and with it the names of Pacemaker's sockets, unless
# they are files.
mkdir -p "$additions/etc/libqb" "$additions/usr/sbin"
touch "$additions/etc/libqb/force-filesystem-sockets"
ln -s "/opt/pacemaker-remote/$daemon" "$additions/usr/sbin/pacemaker-remoted"

# podman takes no path twice.
paths "$@" |
    tar --create --ignore-failed-read --directory=/ --no-recursion --files-from=- \
        --directory="$additions" etc/libqb/force-filesystem-sockets usr/sbin/pacemaker-remoted \
        --recursion --directory="$programs" --transform='s,^\./,opt/pacemaker-remote/,S' ./ |
    podman import - "$image"
rm -r "$additions"
