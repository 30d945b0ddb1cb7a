# Completes the options of pacemaker-remoted for bash.
_pacemaker_remoted() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    # bash takes "--option=value" for three words.
    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
        @FILE_OPTIONS@)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
        @OTHER_OPTIONS@)
            COMPREPLY=()
            ;;
        *)
            mapfile -t COMPREPLY < <(compgen -W "@OPTIONS@" -- "$current")
            ;;
    esac
}
complete -F _pacemaker_remoted pacemaker-remoted
