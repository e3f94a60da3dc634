using System.CommandLine;
using System.CommandLine.Parsing;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Verbs;

/// <summary>Says what is wrong with a command line, with what was probably meant.</summary>
internal static class UsageErrors
{
    // The library's words for a word it cannot place; said here in better ones.
    private const string Unplaced = "Unrecognized";

    public static int Say(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var message in command.Subcommands.Count > 0 ? [OfVerbs(parsed, command)] : OfOptions(parsed, command))
        {
            Console.Error.WriteLine($"edgevision: {message}");
        }

        Console.Error.WriteLine($"edgevision: see '{Words(parsed.CommandResult)} --help'");
        return ExitCodes.Usage;
    }

    private static string OfVerbs(ParseResult parsed, Command command)
    {
        var verbs = command.Subcommands.Select(verb => verb.Name).ToArray();
        var what = parsed.UnmatchedTokens is [var word, ..] ? $"there is no verb '{word}'{Spelling.Suggest(word, verbs)}" : "a verb is missing";
        return $"{what}; verbs are {string.Join(", ", verbs)}";
    }

    private static IEnumerable<string> OfOptions(ParseResult parsed, Command command)
    {
        var names = command.Options.Select(option => option.Name).ToArray();
        var options = parsed.UnmatchedTokens.Where(word => word.StartsWith('-')).ToArray();

        // A word after an unknown option is that option's value, no mistake of its own.
        var unplaced = options.Length > 0
            ? options.Select(word => $"there is no option '{word}'{Spelling.Suggest(word, names)}")
            : parsed.UnmatchedTokens.Select(word => $"'{word}' is one word too many");
        return unplaced.Concat(parsed.Errors.Select(error => error.Message).Where(message => !message.StartsWith(Unplaced, StringComparison.Ordinal)));
    }

    private static string Words(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Words(parent)} {result.Command.Name}" : "edgevision";
}
