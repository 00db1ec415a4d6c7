import type { ShellScripts } from "../../app/ports/ports.ts";
import type { Shell } from "../../app/ports/shells.ts";

/**
 * What shells read to complete the command. Each hands the words before the cursor to `poc complete`, which answers
 * with a candidate a line, a tab before what it is, and at the end `:` with a sum: 2 no blank behind it, 4 no files.
 * The scripts are our own, because those of the package for it evaluate the line that is being typed, `$(…)` in it too
 * (bash), and fail behind `--eval=` (fish).
 */
export const shellScripts: ShellScripts = { script: (shell) => SCRIPTS[shell] };

/** The line goes to the command as one text, up to the cursor; nothing of it is run or expanded. */
const BASH = `# bash completion for poc
_poc_complete() {
  local line directive=0
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) directive=\${line#:} ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(poc complete --bash "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if ((directive & 2)); then compopt -o nospace 2>/dev/null; fi
  if ((directive & 4)); then compopt +o default 2>/dev/null; fi
}
complete -o default -F _poc_complete poc
`;

const ZSH = `#compdef poc
# zsh completion for poc
_poc() {
  local line directive=0
  local -a words_before candidates blank
  words_before=("\${(@)words[2,CURRENT]}")
  for line in "\${(@f)$(poc complete -- "\${(@Q)words_before}" 2>/dev/null)}"; do
    if [[ $line == :* ]]; then
      directive=\${line#:}
    elif [[ -n $line ]]; then
      candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  if (( directive & 2 )); then blank=(-S ''); fi
  # What stands before = in --flag=value is part of the word for zsh, and none for the command.
  if [[ \${words[CURRENT]} == --*=* ]]; then compset -P '*='; fi
  if (( $#candidates )); then
    _describe -V poc candidates "\${blank[@]}"
  elif (( ! (directive & 4) )); then
    _files
  fi
}
if (( $+functions[compdef] )); then compdef _poc poc; fi
if [[ $funcstack[1] == _poc ]]; then _poc "$@"; fi
`;

/** A candidate that ends in `=` gets no blank from fish. */
const FISH = `# fish completion for poc
function __poc_complete
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l lines (poc complete -- $words[2..-1] "$last" 2>/dev/null)
    set -l flag (string match -r -- '^--[a-z-]+=' "$last")
    if test (count $lines) -gt 1
        for line in $lines[1..-2]
            printf '%s%s\\n' "$flag" $line
        end
    end
    if test "$lines[-1]" = ":0"
        for path in (__fish_complete_path (string replace -- "$flag" "" "$last"))
            printf '%s%s\\n' "$flag" $path
        end
    end
end
complete -c poc -e
complete -c poc -f -a '(__poc_complete)'
`;

/** Without a candidate PowerShell offers files by itself. */
const POWERSHELL = `# PowerShell completion for poc
Register-ArgumentCompleter -Native -CommandName poc -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString().Trim("'", '"') })
    $line = (@('poc') + @($words | ForEach-Object { "'" + ($_ -replace "'", '') + "'" })) -join ' '
    if ($wordToComplete -eq '') { $line += ' ' }
    $prefix = if ($wordToComplete -match '^(--[a-z-]+=)') { $Matches[1] } else { '' }
    poc complete --line $line 2>$null | Where-Object { $_ -notmatch '^:' } | ForEach-Object {
        $word, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new("$prefix$word", $word, 'ParameterValue', $about)
    }
}
`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL };
