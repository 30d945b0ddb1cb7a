# Functions that tell of what Debian packages that are installed here consist, to make file systems of them
# without a network.

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

# The same as paths for tar, each once: packages name files in /usr also by way of links such as /bin. Some
# of them may have been removed since.
paths() {
    files "$@" | sed -nE 's,^/((bin|sbin|lib|lib64)/.),/usr/\1,; s,^/([^.]),\1,p' | sort -u
}
