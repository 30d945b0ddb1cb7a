# Completes commands and options of remotectl for bash.
_remotectl() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= options= word
    # bash takes "--option=value" for three words.
    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ $word != -* ]]; then
            command=$word
            break
        fi
    done
    case $command in
        "") options="@COMMANDS@ --help --version" ;;
@OPTIONS@
    esac
    case $previous in
        @FILE_OPTIONS@)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
        @FORMAT_OPTIONS@)
            mapfile -t COMPREPLY < <(compgen -W "text xml json" -- "$current")
            ;;
        @OTHER_OPTIONS@)
            COMPREPLY=()
            ;;
        *)
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
            ;;
    esac
}
complete -F _remotectl remotectl
