# Makes a container image of the Debian that is installed here, no larger than it has to be, and gives it
# to podman. Arguments: name of the image, folder with a daemon, where in that folder the daemon is, and
# the Debian packages that the image shall have beside the essential ones.
image=$1 programs=$2 daemon=$3
shift 3
additions=$(mktemp -d)

# The essential packages and those asked for, with all that they depend on.
closure() {
    dpkg-query --show --showformat='${db:Status-Status}\t${Package}\t${Essential}\t${Provides}\t${Pre-Depends}, ${Depends}\n' |
        awk -F '\t' -v wanted="$*" '
            BEGIN { count = split(wanted, queue, " ") }
            $1 == "installed" {
                gsub(/ *\([^)]*\)|:any/, "")
                needs[$2] = $5
                provider[$2] = $2
                if ($3 == "yes") queue[++count] = $2
                names = split($4, provided, /, */)
                for (i = 1; i <= names; i++)
                    if (!(provided[i] in provider)) provider[provided[i]] = $2
            }
            END {
                for (next_one = 1; next_one <= count; next_one++) {
                    package = provider[queue[next_one]]
                    if (package == "" || package in taken) continue
                    taken[package]
                    print package
                    names = split(needs[package], needed, / *[,|] */)
                    for (i = 1; i <= names; i++) queue[++count] = needed[i]
                }
            }'
}

# What these packages consist of, and what their installation has made.
files() {
    closure "$@" | xargs dpkg-query --listfiles | grep -vE '^/usr/share/(doc|info|locale|man)/'
    find /usr/bin /usr/sbin -lname '/etc/alternatives/*'
    find /etc/alternatives /etc/passwd /etc/group /etc/ld.so.cache
}

# The container shares the network of its host, and with it the names of Pacemaker's sockets, unless
# they are files.
mkdir -p "$additions/etc/libqb" "$additions/usr/sbin"
touch "$additions/etc/libqb/force-filesystem-sockets"
ln -s "/opt/pacemaker-remote/$daemon" "$additions/usr/sbin/pacemaker-remoted"

# podman takes no path twice, and packages name files in /usr also by way of links such as /bin. Some of
# their files may have been removed.
files "$@" | sed -nE 's,^/((bin|sbin|lib|lib64)/.),/usr/\1,; s,^/([^.]),\1,p' | sort -u |
    tar --create --ignore-failed-read --directory=/ --no-recursion --files-from=- \
        --directory="$additions" etc/libqb/force-filesystem-sockets usr/sbin/pacemaker-remoted \
        --recursion --directory="$programs" --transform='s,^\./,opt/pacemaker-remote/,S' ./ |
    podman import - "$image"
rm -r "$additions"
