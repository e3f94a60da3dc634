using System.CommandLine;
using System.CommandLine.Completions;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Verbs;

/// <summary>An option that takes one of a few words.</summary>
internal sealed class WordOption<T>
{
    private readonly (string Word, T Value)[] _words;
    private readonly Option<string?> _option;

    /// <param name="name">With its dashes.</param>
    /// <param name="description">For --help; the words are added.</param>
    /// <param name="words">What may be written, the default first, and what it means.</param>
    public WordOption(string name, string description, params (string Word, T Value)[] words)
    {
        _words = words;
        var all = string.Join(", ", words.Select(word => word.Word));
        _option = new Option<string?>(name) { Description = $"{description}: {all.Replace(words[0].Word, words[0].Word + " (default)", StringComparison.Ordinal)}", HelpName = "word" };
        _option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (!words.Any(word => word.Word == text))
            {
                result.AddError($"{name} takes {all}, not '{text}'{Spelling.Suggest(text, words.Select(word => word.Word))}");
            }
        });
        _option.CompletionSources.Add(_ => words.Select(word => new CompletionItem(word.Word)));
    }

    public Option Option => _option;

    public T Read(ParseResult parsed) => parsed.GetValue(_option) is { } text ? _words.First(word => word.Word == text).Value : _words[0].Value;
}
