using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision completion SHELL`: a script that lets the shell ask the program itself what may follow.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        _edgevision() {
          local IFS=$'\n'
          COMPREPLY=($("$1" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _edgevision edgevision
        """;

    private const string Zsh = """
        #compdef edgevision
        _edgevision() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- $found
        }
        compdef _edgevision edgevision
        """;

    private const string Fish = """
        complete -c edgevision -f -a '(edgevision "[suggest:"(string length -- (commandline -cp))"]" (commandline -cp))'
        """;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "completion", "Prints a shell's completion script.", "completion bash > ~/.local/share/bash-completion/completions/edgevision");
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        command.Arguments.Add(shell);
        command.SetAction(parsed =>
        {
            Console.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCodes.Ok;
        });
        return command;
    }
}
